import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isAskedBefore, withMoments, type Moments } from '../../src/paging/moments.js';

/** One page that some process read, in true time, and how a process sees it that looks at it later. */
interface TruePage {
  readonly by: number;
  readonly askedAt: number;
  readonly answeredAt: number;
}

const pages = fc.array(fc.record({ by: fc.nat(2), askedAt: fc.nat(1000), tookMs: fc.nat(300) }), { minLength: 2, maxLength: 8 }).map((all) => all.map(({ by, askedAt, tookMs }): TruePage => ({ by, askedAt, answeredAt: askedAt + tookMs + 1 })));

/** Delays between what a process does and when the store hears of it, each way. */
const delays = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 8, maxLength: 8 });

/** What the store would number: it hears of the asking before, and of the answer after. */
function numbered(all: readonly TruePage[], late: readonly (readonly [number, number])[]): { asked: number; answered: number }[] {
  const heard = all.flatMap((page, index) => {
    const [before, after] = late[index] ?? [0, 0];
    return [{ index, isAnswer: false, at: page.askedAt - before }, { index, isAnswer: true, at: page.answeredAt + after }];
  });
  const orders = all.map(() => ({ asked: 0, answered: 0 }));
  let last = 0;
  // Of one moment the store takes one after another, in some order.
  for (const { index, isAnswer } of heard.sort((a, b) => a.at - b.at)) {
    const order = orders[index] as { asked: number; answered: number };
    if (isAnswer) order.answered = last += 1;
    else order.asked = last;
  }
  return orders;
}

/** As a process with a clock of its own sees it: its own pages by its clock, others by when they came to it at the latest. */
function seenBy(observer: number, all: readonly TruePage[], orders: readonly { asked: number; answered: number }[], offset: number): Moments[] {
  return all.map((page, index) => {
    const order = orders[index];
    return page.by === observer
      ? { askedAt: page.askedAt + offset, answeredAt: page.answeredAt + offset, order }
      : { askedAt: Number.NEGATIVE_INFINITY, answeredAt: page.answeredAt + 100 + offset, order };
  });
}

const offset = fc.integer({ min: -10_000_000, max: 10_000_000 });

test('a page that was asked for before another one was answered is always seen to be, whoever read them and whatever the clocks say', () => {
  fc.assert(
    fc.property(pages, delays, offset, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (all, late, clock, areKnown) => {
      const orders = numbered(all, late);
      const seen = seenBy(0, all, orders, clock).map((moments, index) => (areKnown[index] === true ? moments : { ...moments, order: undefined }));
      for (const [a, one] of all.entries()) for (const [b, other] of all.entries()) {
        if (a !== b && one.askedAt < other.answeredAt) expect(isAskedBefore(seen[a] as Moments, seen[b] as Moments)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('one that was asked for after the store had heard of the other is seen to be behind it', () => {
  fc.assert(
    fc.property(pages, delays, offset, (all, late, clock) => {
      const seen = seenBy(0, all, numbered(all, late), clock);
      for (const [a, one] of all.entries()) for (const [b, other] of all.entries()) {
        const heardAt = other.answeredAt + (late[b]?.[1] ?? 0);
        if (one.askedAt - (late[a]?.[0] ?? 0) > heardAt) expect(isAskedBefore(seen[a] as Moments, seen[b] as Moments)).toBe(false);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is left of the pages so far says of the next one what all of them say', () => {
  fc.assert(
    fc.property(pages, delays, offset, (all, late, clock) => {
      const seen = seenBy(0, all, numbered(all, late), clock);
      const next = seen.at(-1) as Moments;
      let kept: readonly Moments[] = [];
      for (const moments of seen.slice(0, -1)) kept = withMoments(kept, moments);
      const before = (all: readonly Moments[]): boolean => all.some((other) => isAskedBefore(next, other));
      expect(before(kept)).toBe(before(seen.slice(0, -1)));
    }),
    { numRuns: 2000 },
  );
});
