import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createShares, type Share } from '../../src/loaders/shares.js';

/** Rule G5: calls are dealt out a page a stream in turn, so that no stream starves another. */
interface Stream {
  readonly name: string;
  readonly share: Share;
  /** Pages that it has; it leaves when it has read them. */
  readonly pages: number;
  /** Turns of the event loop that a page takes. */
  readonly slowness: number;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Reads until all have what they need or nothing is left; which stream read each page. */
async function deal(budget: number, streams: readonly Omit<Stream, 'share'>[]): Promise<Record<string, number>> {
  let left = budget;
  const shares = createShares(() => left);
  const read: Record<string, number> = Object.fromEntries(streams.map(({ name }) => [name, 0]));

  async function readAll({ name, pages, slowness, share }: Stream): Promise<void> {
    for (let page = 0; page < pages; page += 1) {
      await share.next();
      if (left === 0) break;
      left -= 1;
      for (let waited = 0; waited < slowness; waited += 1) await turn();
      read[name] = (read[name] ?? 0) + 1;
    }
    share.close();
  }

  await Promise.all(streams.map((stream) => ({ ...stream, share: shares.open() })).map(readAll));
  return read;
}

describe('G5', () => {
  test('where there is enough each stream reads what it has, whoever is quicker', async () => {
    expect(await deal(30, [{ name: 'a', pages: 20, slowness: 0 }, { name: 'b', pages: 5, slowness: 3 }, { name: 'c', pages: 5, slowness: 1 }])).toEqual({ a: 20, b: 5, c: 5 });
  });

  test('a small stream is read to its end, a large one has the rest', async () => {
    expect(await deal(20, [{ name: 'large', pages: 1000, slowness: 0 }, { name: 'small', pages: 4, slowness: 5 }, { name: 'one', pages: 1, slowness: 9 }])).toEqual({ large: 15, small: 4, one: 1 });
  });

  test('streams that all want more than there is have the same, however slow they are', async () => {
    expect(await deal(30, [{ name: 'quick', pages: 100, slowness: 0 }, { name: 'slow', pages: 100, slowness: 4 }, { name: 'slower', pages: 100, slowness: 7 }])).toEqual({ quick: 10, slow: 10, slower: 10 });
  });

  test('fewer calls than streams: no stream has two', async () => {
    const read = await deal(3, Array.from({ length: 5 }, (_, index) => ({ name: String(index), pages: 10, slowness: index })));
    expect(Object.values(read).sort()).toEqual([0, 0, 1, 1, 1]);
  });

  test('whatever there is to read: all is spent where it is wanted, and nobody is far ahead of one that wanted more', async () => {
    const streams = fc.array(fc.record({ pages: fc.integer({ min: 0, max: 12 }), slowness: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), streams, async (budget, given) => {
        const named = given.map((one, index) => ({ ...one, name: String(index) }));
        const read = await deal(budget, named);
        const wanted = given.reduce((sum, { pages }) => sum + pages, 0);
        expect(Object.values(read).reduce((sum, pages) => sum + pages, 0)).toBe(Math.min(budget, wanted));
        const unserved = named.filter(({ name, pages }) => (read[name] ?? 0) < pages).map(({ name }) => read[name] ?? 0);
        const most = Math.max(...Object.values(read));
        // Of two that may read at the same moment, one is first at the last call.
        if (unserved.length > 0) expect(most - Math.min(...unserved)).toBeLessThanOrEqual(2);
      }),
      { seed: 5, numRuns: 150, endOnFailure: true },
    );
  });

  test('one that leaves lets the others go on', async () => {
    const shares = createShares(() => 2);
    const [first, second] = [shares.open(), shares.open()];
    await first.next();
    let isOn = false;
    const waiting = first.next().then(() => void (isOn = true));
    await turn();
    // Two are kept for the other one, so that it may come as far.
    expect(isOn).toBe(false);
    second.close();
    await waiting;
    expect(isOn).toBe(true);
  });
});
