import { BudgetSpentError, SourceError } from '../errors.js';
import type { Answer } from '../loaders/lookups.js';
import type { PageLoader } from '../loaders/pages.js';
import { newestRange } from '../planning/clock.js';
import type { JobRow } from '../planning/match.js';
import { planSource, type SourcePlan } from '../planning/plan.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import { budgetExhausted, readAnew, scan } from './scan.js';

export interface Search {
  readonly source: Source;
  /** Without an answer so far. */
  readonly ids: readonly string[];
  readonly window: ResolvedWindow;
  readonly pages: PageLoader;
}

/** Gives an answer for those ids that it can tell of. */
type Step = (search: Search) => Promise<Iterable<readonly [id: string, answer: Answer]>>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Most clocks are seconds off. */
const NEAR_MS = HOUR_MS;
/** Some are local time. */
const FAR_MS = 14 * HOUR_MS;
const NO_LOOKBACK: Pick<Source, 'lookbackMs' | 'leastLookbackMs'> = { lookbackMs: 0, leastLookbackMs: 0 };
/** For so few ids, one call each is as cheap as any scan. */
const FEW = 2;
/** So long after a source has answered in full, it is believed that it has no such job. */
const BELIEVED_MS = 60_000;

/** What is tried, one after the other, for the ids that are still missing. */
export const steps: readonly Step[] = [
  async (search) => (canAskForEach(search.source) && search.ids.length <= FEW ? [] : scanAround(search, NEAR_MS, NO_LOOKBACK)),
  askForEach,
  searchForEach,
  (search) => scanAround(search, FAR_MS, search.source),
  scanWindow,
];

/** Whether one call an id tells for certain. */
function canAskForEach({ endpoint }: Source): boolean {
  return endpoint.isSearchable || endpoint.detail !== undefined;
}

/** Where the endpoint can be asked for one job. */
async function askForEach({ source, ids, window, pages }: Search): Promise<(readonly [string, Answer])[]> {
  let confirmed: Promise<void> | null = null;
  return Promise.all(ids.filter((id) => source.detailOf(id) !== null).map((id) => answerOf(id, () => askFor(id))));

  async function askFor(id: string): Promise<JobRow | null> {
    let refusal: SourceError | null = null;
    for (const location of [null, ...source.locations]) {
      try {
        const page = await pages.loadDetail(source, id, location);
        const row = page?.rows.find((candidate) => candidate.id === id);
        if (row !== undefined) return row;
      } catch (failure) {
        // Another location may have the job; without it, that this one does not tell is the answer.
        if (!(failure instanceof SourceError && isRefusal(failure))) throw failure;
        refusal ??= failure;
      }
    }
    if (refusal !== null) throw refusal;
    // A 404 is also what a wrong data centre answers: that a source works is known once it has answered something else.
    if (!source.hasAnsweredWithin(BELIEVED_MS)) await (confirmed ??= readAnew(planSource(source, {}, window), pages, BELIEVED_MS));
    return null;
  }
}

function isRefusal({ httpStatus }: SourceError): boolean {
  return httpStatus === 404 || httpStatus === 400;
}

/** Where the endpoint searches itself; a part of an id, or a description, is no match. */
async function searchForEach({ source, ids, window, pages }: Search): Promise<(readonly [string, Answer])[]> {
  if (!source.endpoint.isSearchable) return [];
  const always = { ...window, from: null, to: window.to + DAY_MS };
  return Promise.all(
    ids.map((id) =>
      answerOf(id, async () => {
        const { found, error } = await scan(planSource(source, { search: id }, always), [id], pages);
        if (error !== null) throw error;
        return found.get(id) ?? null;
      }),
    ),
  );
}

/** Reads around the clocks in the ids, newest first, and through gaps that cost less than another call. */
async function scanAround({ source, ids, pages }: Search, reachMs: number, { lookbackMs, leastLookbackMs }: typeof NO_LOOKBACK): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  let left = ids;
  let pageSpanMs = DAY_MS;
  for (;;) {
    const range = newestRange(left, reachMs, lookbackMs + leastLookbackMs + pageSpanMs);
    if (range === null) return answers;
    const window: ResolvedWindow = { from: range.from, to: range.to, by: 'STARTED_AT', isDefault: false, takesUnstarted: false, isOpenEnded: false, ahead: 'none' };
    const isWorthIt = (unread: number, missing: number): boolean => !canAskForEach(source) || unread <= missing * source.pageSize;
    const plan = planSource({ ...source, lookbackMs, leastLookbackMs }, {}, window);
    const { found, met, error } = await scan(plan, range.ids, pages, isWorthIt);
    for (const id of range.ids) {
      const answer = found.get(id) ?? error;
      if (answer !== null) answers.set(id, answer);
    }
    left = left.filter((id) => !range.ids.includes(id));
    const spanMs = spanOf(plan);
    // Around a job it is busier than elsewhere: what is read for less than a day says little of a gap.
    pageSpanMs = Math.max((source.pageSize * spanMs) / (met + 1), spanMs < DAY_MS ? DAY_MS : 0);
  }
}

function spanOf({ streams: [stream] }: SourcePlan<Source>): number {
  return stream === undefined ? 0 : stream.bounds.to - (stream.bounds.from ?? stream.bounds.to);
}

async function scanWindow({ source, ids, window, pages }: Search): Promise<(readonly [string, Answer])[]> {
  const { found, error } = await scan(planSource(source, {}, window), ids, pages);
  return ids.map((id) => [id, found.get(id) ?? error] as const);
}

async function answerOf(id: string, find: () => Promise<JobRow | null>): Promise<readonly [string, Answer]> {
  try {
    return [id, await find()];
  } catch (failure) {
    if (failure instanceof BudgetSpentError) return [id, budgetExhausted()];
    if (failure instanceof SourceError) return [id, failure];
    throw failure;
  }
}
