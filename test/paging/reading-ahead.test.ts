import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BudgetSpentError, SourceError } from '../../src/errors.js';
import { mergeWalks, type MergedPage } from '../../src/paging/merge.js';
import { createPositionPacker } from '../../src/paging/packing.js';
import type { Page, Place, Row } from '../../src/paging/page.js';
import { startOf, type Position } from '../../src/paging/position.js';
import type { AheadSource } from '../../src/paging/reading-ahead.js';
import { createWalk, type WalkSource } from '../../src/paging/walk.js';
import { createModelUpstream, habits, type Habits } from './model-upstream.js';
import { expectEachOnce, type Walked } from './walked.js';

const AT_ONCE = 4;

/** Answers in any order, each as the list is then. */
interface Answering {
  readonly upstream: Walked;
  readonly scheduler: fc.Scheduler;
  /** Before an answer is made. */
  prepare(place: Place): void;
}

interface Told {
  readonly page: MergedPage<Row>;
  readonly error: SourceError | null;
  readonly state: string;
  readonly notes: readonly string[];
  /** Numbers of the pages asked for, in order. */
  readonly asked: readonly number[];
  readonly mostAtOnce: number;
}

const numbered = habits.map((one): Habits => ({ ...one, link: 'total', cap: one.pageSize, overlap: 0, repeats: [], gaps: [], arrivals: [], arrivalsBetween: [] }));
const still = { prepare: () => undefined };

let ticks = 0;
/** Moments that are told apart however soon they follow each other, all later than the beginning of a walk. */
const now = (): number => performance.now() + (ticks += 1);

async function walkPage({ upstream, scheduler, prepare }: Answering, start: Position, first: number, isAhead: boolean): Promise<Told> {
  const asked: number[] = [];
  const notes: string[] = [];
  const ahead = new Map<number, Promise<Page<Row>>>();
  let [open, mostAtOnce] = [0, 0];

  async function read(place: Place): Promise<Page<Row>> {
    asked.push(place.number);
    const askedAt = now();
    mostAtOnce = Math.max(mostAtOnce, (open += 1));
    try {
      await scheduler.schedule(Promise.resolve(), `page ${place.number}`);
      prepare(place);
      return { read: { askedAt, answeredAt: now() }, ...(await upstream.readPage(place, false)) };
    } finally {
      open -= 1;
    }
  }

  function ask(places: readonly Place[]): boolean {
    for (const place of places) {
      const page = read(place);
      page.catch(() => undefined);
      ahead.set(place.number, page);
    }
    return true;
  }

  function readPage(place: Place, isFresh: boolean): Promise<Page<Row>> {
    const page = isFresh ? undefined : ahead.get(place.number);
    ahead.delete(place.number);
    return page ?? read(place);
  }

  const { rules } = upstream;
  const told: { ahead?: AheadSource } = isAhead ? { ahead: { rows: first, ask } } : {};
  const source: WalkSource<Row> = { rules, readPage, accept: ({ id }) => !id.endsWith('3'), note: (code) => void notes.push(code), ...told };
  const walk = createWalk(source, start);
  const page = await scheduler.waitFor(mergeWalks([{ rank: 0, walk }], first));
  await scheduler.waitIdle();
  return { page, error: walk.error, state: walk.state, notes, asked, mostAtOnce };
}

async function walkAll(answering: Answering, first: number): Promise<Row[][]> {
  const pages: Row[][] = [];
  for (let position = startOf(0); pages.length < 500; ) {
    const { page, error } = await walkPage(answering, position, first, true);
    expect(error).toBeNull();
    pages.push(page.rows.map(({ row }) => row));
    if (!page.hasNextPage) return pages;
    position = page.positions[0] as Position;
  }
  throw new Error('the walk does not end');
}

const accepted = (rows: readonly Row[]): Row[] => rows.filter(({ id }) => !id.endsWith('3'));
const answerOf = ({ page, error, state, notes }: Told) => ({
  ids: page.rows.map(({ row }) => row.id),
  hasNextPage: page.hasNextPage,
  cursors: [page.positions, ...page.rows.map((_, index) => page.positionsAt(index))].map(([position]) => createPositionPacker()(position as Position)),
  error: error?.message,
  state,
  notes,
});

const first = fc.constantFrom(1, 3, 7, 20, 40, 200);

describe('a walk that reads ahead', () => {
  it('answers as one that does not, from the same pages, at most four at once', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(numbered, first, fc.scheduler(), async (one, size, scheduler) => {
        let position = startOf(0);
        for (let count = 0; count < 4; count += 1) {
          const answering = { ...still, upstream: createModelUpstream('s', one), scheduler };
          const alone = await walkPage(answering, position, size, false);
          const ahead = await walkPage(answering, position, size, true);
          expect(answerOf(ahead)).toEqual(answerOf(alone));
          expect([...ahead.asked].sort()).toEqual([...alone.asked].sort());
          expect(alone.mostAtOnce).toBe(1);
          expect(ahead.mostAtOnce).toBeLessThanOrEqual(AT_ONCE);
          most = Math.max(most, ahead.mostAtOnce);
          if (!alone.page.hasNextPage) return;
          position = alone.page.positions[0] as Position;
        }
      }),
      { numRuns: 500 },
    );
    expect(most).toBe(AT_ONCE);
  });

  it.each([
    { what: 'fails', failure: () => new SourceError('UPSTREAM_UNREACHABLE', 'Down.') },
    { what: 'finds the budget spent', failure: () => new BudgetSpentError() },
  ])('answers so when the read of a page $what', async ({ failure }) => {
    await fc.assert(
      fc.asyncProperty(numbered, first, fc.nat(8), fc.scheduler(), async (one, size, failing, scheduler) => {
        const answering = {
          upstream: createModelUpstream('s', one),
          scheduler,
          prepare({ number }: Place) {
            if (number === failing) throw failure();
          },
        };
        const alone = await walkPage(answering, startOf(0), size, false);
        const ahead = await walkPage(answering, startOf(0), size, true);
        expect(answerOf(ahead)).toEqual(answerOf(alone));
      }),
      { numRuns: 500 },
    );
  });

  it('brings every job exactly once while new ones come in between any two answers', async () => {
    const arrivals = fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(numbered, arrivals, first, fc.scheduler(), async (one, counts, size, scheduler) => {
        const coming = counts.map((count, read) => (read % 3 === 2 ? 0 : count));
        const upstream = createModelUpstream('s', { ...one, isOrdered: true, arrivals: coming });
        const pages = await walkAll({ ...still, upstream, scheduler }, size);
        expectEachOnce(pages, accepted(upstream.initial));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('pages that were asked for at once', () => {
  const rows = Array.from({ length: 80 }, (_, index): Row => ({ id: `job-${index}-`, startedAt: 1_000 - index }));
  const rules = { firstNumber: 0, pageSize: 10, isTotalFinal: true };
  const pageOf = (list: readonly Row[], { number }: Place): Page<Row> => ({ rows: list.slice(number * 10, number * 10 + 10), received: 10, total: list.length, next: { kind: 'none' } });

  /** The answers come in the order of the reads; `answer` is given which read it is, from 0 on. */
  async function walk(answer: (place: Place, read: number) => Page<Row>, first = 50): Promise<Told> {
    let reads = 0;
    const upstream: Walked = { rules, rest: () => undefined, readPage: async (place) => answer(place, reads++) };
    return walkPage({ ...still, upstream, scheduler: fc.schedulerFor(Array.from({ length: 20 }, (_, index) => index + 1)) }, startOf(0), first, true);
  }

  it('are believed while the total stays', async () => {
    const { page, asked } = await walk((place) => pageOf(rows, place));
    expect(page.rows.map(({ row }) => row)).toEqual(rows.slice(0, 50));
    expect(asked).toEqual([0, 1, 2, 3, 4]);
  });

  it('are read anew, one after another, from where the total is another', async () => {
    const grown = [{ id: 'new', startedAt: 2_000 }, ...rows];
    const { page, asked } = await walk((place, read) => pageOf(read < 2 ? rows : grown, place));
    expect(page.rows.map(({ row }) => row)).toEqual(rows.slice(0, 50));
    expect(asked.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 2, 3, 4]);
  });

  it('are read anew then also where they failed', async () => {
    const grown = [{ id: 'new', startedAt: 2_000 }, ...rows];
    const { page, error } = await walk((place, read) => {
      if (read === 4) throw new SourceError('UPSTREAM_UNREACHABLE', 'Down.');
      return pageOf(read < 2 ? rows : grown, place);
    });
    expect(error).toBeNull();
    expect(page.rows).toHaveLength(50);
  });

  it('are read anew where they were kept from before the walk, and the page before was not', async () => {
    const kept = { askedAt: -2, answeredAt: -1 };
    const { asked } = await walk((place, read) => ({ ...pageOf(rows, place), ...(read === 2 && { read: kept }) }));
    expect(asked).toEqual([0, 1, 2, 3, 4, 2]);
  });

  it.each([
    ['no more than the rows need', 25, {}, [0, 1, 2]],
    ['none but the first, where that is enough', 10, {}, [0]],
    ['none, where pages hold less than was asked for', 50, { received: 9 }, [0]],
    ['none, where there is no total', 50, { total: null }, [0]],
    ['none, where a token leads on', 50, { next: { kind: 'token', token: 'next' } as const }, [0]],
    ['none that there are not, by the total', 50, { total: 21 }, [0, 1, 2]],
  ])('are %s', async (_, first, told, expected) => {
    const down = new SourceError('UPSTREAM_UNREACHABLE', 'Down.');
    const { asked } = await walk((place, read) => {
      if (read > 0) throw down;
      return { ...pageOf(rows, place), ...told };
    }, first);
    expect(asked.slice(0, expected.length)).toEqual(expected);
    expect(asked.length).toBeLessThanOrEqual(Math.max(2, expected.length));
  });
});
