import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isOutOfOrder } from '../../src/paging/order.js';
import { compareStarts } from '../../src/paging/position.js';
import type { NextPage, Row } from '../../src/paging/page.js';
import { expectEachOnce, walkAll, type Walked } from './walked.js';

/** An upstream in an order of its own, which grows while the client rests. */
interface Habits {
  readonly starts: readonly (number | null)[];
  readonly order: 'oldest' | 'none';
  readonly pageSize: number;
  readonly link: 'token' | 'total' | 'short';
  /** The jobs that come in at each rest: where and when they start, as it were. */
  readonly growth: readonly (readonly number[])[];
  /** Whether they come in anywhere, where the first page has shown that the list has no order; else at the end. */
  readonly growsInside: boolean;
  /** Of long ids alone the first characters count. */
  readonly idLength: number;
}

interface Growing extends Walked {
  readonly initial: readonly Row[];
}

const NEWEST = 1_000_000;
const LAST = 1_000_000_000;

function createGrowing({ starts, order, pageSize, link, growth, growsInside, idLength }: Habits): Growing {
  const idOf = (index: number): string => `${'x'.repeat(idLength)}${(index * 7919) % 1000}-${index}`;
  const jobs: Row[] = starts.map((startedAt, index) => ({ id: idOf(index), startedAt }));
  if (order === 'oldest') jobs.sort((a, b) => (a.startedAt ?? LAST) - (b.startedAt ?? LAST));
  const initial = [...jobs];
  const isAnywhere = growsInside && order === 'none' && isOutOfOrder(initial.slice(0, pageSize));
  let rests = 0;

  function linkAfter(number: number): NextPage {
    if (link !== 'token' || (number + 1) * pageSize >= jobs.length) return { kind: 'none' };
    return { kind: 'token', token: `page-${number + 1}` };
  }

  return {
    initial,
    rules: { firstNumber: 0, pageSize, isTotalFinal: link === 'total' },
    async readPage({ number }) {
      const rows = jobs.slice(number * pageSize, (number + 1) * pageSize);
      return { rows, received: rows.length, total: link === 'total' ? jobs.length : null, next: linkAfter(number) };
    },
    rest() {
      for (const place of growth[rests] ?? []) {
        const job = { id: idOf(jobs.length), startedAt: order === 'oldest' ? NEWEST + jobs.length : place };
        jobs.splice(isAnywhere ? place % (jobs.length + 1) : jobs.length, 0, job);
      }
      rests += 1;
    },
  };
}

const start = fc.option(fc.integer({ min: 0, max: 12 }), { freq: 8 });
const habits: fc.Arbitrary<Habits> = fc.record({
  starts: fc.array(start, { maxLength: 30 }),
  order: fc.constantFrom('oldest' as const, 'none' as const),
  pageSize: fc.integer({ min: 1, max: 40 }),
  link: fc.constantFrom('token' as const, 'total' as const, 'short' as const),
  growth: fc.array(fc.array(fc.nat(40), { maxLength: 12 }), { maxLength: 8 }),
  growsInside: fc.boolean(),
  idLength: fc.constantFrom(0, 0, 60),
});
const first = fc.constantFrom(1, 2, 3, 7, 20, 200);

describe('a walk over a list that is not newest first', () => {
  it('brings every job that is there throughout exactly once, also when the list outgrows its page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(habits, { minLength: 1, maxLength: 3 }), first, async (all, size) => {
        // Of a list that others keep from being shown nothing is known yet.
        const upstreams = all.map((one, index) => named(createGrowing({ ...one, growsInside: one.growsInside && all.length === 1 }), `s${index}`));
        expectEachOnce(await walkAll(upstreams, size), upstreams.flatMap(({ initial }) => initial));
      }),
      { numRuns: 2_000 },
    );
  });

  it('brings it newest first where it fits into a page, ties by id', async () => {
    await fc.assert(
      fc.asyncProperty(habits, first, async (one, size) => {
        const wide = createGrowing({ ...one, pageSize: 40, growth: [], idLength: 0 });
        const rows = (await walkAll([wide], size)).flat();
        const sorted = [...wide.initial].sort((a, b) => compareStarts(a.startedAt, b.startedAt) || (a.id < b.id ? -1 : 1));
        expect(rows).toEqual(isOutOfOrder(wide.initial) ? sorted : wide.initial);
      }),
      { numRuns: 1_000 },
    );
  });
});

function named(upstream: Growing, name: string): Growing {
  const rename = (row: Row): Row => ({ ...row, id: `${name}-${row.id}` });
  return {
    ...upstream,
    initial: upstream.initial.map(rename),
    async readPage(place, isFresh) {
      const page = await upstream.readPage(place, isFresh);
      return { ...page, rows: page.rows.map(rename) };
    },
  };
}
