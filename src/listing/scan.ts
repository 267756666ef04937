import { SourceError } from '../errors.js';
import type { PageLoader } from '../loaders/pages.js';
import type { PageRules } from '../paging/next-place.js';
import type { ReadPage } from '../paging/page-reading.js';
import { startOf } from '../paging/position.js';
import { createWalk, type Walk } from '../paging/walk.js';
import type { JobRow } from '../planning/match.js';
import type { SourcePlan, Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';

/** What a reading of some streams brought. */
export interface Scan {
  /** By job id. */
  readonly found: ReadonlyMap<string, JobRow>;
  /** Jobs met, wanted or not. */
  readonly met: number;
  /** Why something may have been missed; null where nothing was. */
  readonly error: SourceError | null;
}

/** Reads page after page of one stream, for as long as `mayGoOn`; `take` is given what is accepted, each job once. */
export async function readStream(
  rules: PageRules,
  readPage: ReadPage<JobRow>,
  { accept, take, mayGoOn }: { accept(row: JobRow): boolean; take(row: JobRow): void; mayGoOn(): boolean },
): Promise<Pick<Walk<JobRow>, 'state' | 'error'>> {
  const walk = createWalk<JobRow>({ rules, readPage, accept, note: ignore }, startOf(rules.firstNumber));
  do {
    await walk.fill(1);
    for (; walk.head !== null; await walk.fill(0)) {
      take(walk.head);
      walk.pass();
    }
  } while (walk.state === 'open' && mayGoOn());
  return walk;
}

/** Reads a plan's streams until every wanted id was met, or to their ends. `mayGoOn` is asked after every page. */
export async function scan({ streams }: SourcePlan<Source>, ids: readonly string[], pages: PageLoader, mayGoOn: (unread: number, missing: number) => boolean = () => true): Promise<Scan> {
  const wanted = new Set(ids);
  const found = new Map<string, JobRow>();
  let met = 0;

  async function read(stream: Stream<Source>): Promise<SourceError | null> {
    let unread = 0;
    const rules = { ...stream.source.endpoint.rules, pageSize: stream.pageSize };
    const { state, error } = await readStream(
      rules,
      async (place, isFresh) => {
        const page = await (isFresh ? pages.reload : pages.load)({ stream, place, onCall: ignore, onHit: ignore });
        met += page.received;
        unread = page.total === null ? 0 : page.total - (place.number - rules.firstNumber + 1) * stream.pageSize;
        return page;
      },
      {
        accept: ({ id }) => wanted.has(id),
        take(row) {
          found.set(row.id, row);
          wanted.delete(row.id);
        },
        mayGoOn: () => wanted.size > 0 && mayGoOn(unread, wanted.size),
      },
    );
    return state === 'paused' ? budgetExhausted() : error;
  }

  const errors = await Promise.all(streams.map(read));
  return { found, met, error: errors.find((error) => error !== null) ?? null };
}

/** Reads the first page, where it was not read less than `ms` ago; throws where the source does not answer. */
export async function readAnew({ streams: [stream] }: SourcePlan<Source>, pages: PageLoader, ms: number): Promise<void> {
  if (stream === undefined) return;
  const read = { stream, place: { number: stream.source.endpoint.rules.firstNumber, token: null }, onCall: ignore, onHit: ignore };
  await pages.load(read);
  if (!stream.source.hasAnsweredWithin(ms)) await pages.reload(read);
}

export function budgetExhausted(): SourceError {
  return new SourceError('BUDGET_EXHAUSTED', 'The calls or the time of this operation were spent before the job was found. Ask for fewer ids at once.');
}

function ignore(): void {
  // What is odd about pages that are searched for a job is told to those who list them.
}
