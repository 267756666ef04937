import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { createTurns } from '../../src/loaders/turns.js';

/** Who was served, round of the event loop by round. */
async function watch(roundMs: number, start: (serve: (who: string, pieces: number) => void) => void, turns: number): Promise<readonly string[]> {
  const order = createTurns(roundMs);
  const served: string[] = [];
  const seen: string[] = [];
  start((who, pieces) => {
    for (let piece = 0; piece < pieces; piece += 1) void order.take(who).then(() => served.push(who));
  });
  for (let turn = 0; turn < turns; turn += 1) {
    await nextTurn();
    seen.push(served.splice(0).join(''));
  }
  return seen.filter((one) => one !== '');
}

test('with no time left, one piece a round, and whoever waits is served in rotation', async () => {
  expect(await watch(0, (serve) => {
    serve('a', 4);
    serve('b', 1);
    serve('c', 2);
  }, 20)).toEqual(['aa', 'b', 'c', 'a', 'c', 'a']);
});

test('while there is time, all of them in one round', async () => {
  expect(await watch(60_000, (serve) => {
    serve('a', 4);
    serve('b', 1);
    serve('c', 2);
  }, 20)).toEqual(['aabcaca']);
});

test.each(['one after the other', 'at the same moment'])('work that takes long, asked for %s, lets the event loop come round before the next piece', async (how) => {
  const order = createTurns(1);
  let rounds = 0;
  const count = (): void => {
    rounds += 1;
    setImmediate(count).unref();
  };
  setImmediate(count).unref();
  const work = async (): Promise<void> => {
    await order.take('a');
    const until = performance.now() + 2;
    while (performance.now() < until);
  };
  if (how === 'at the same moment') await Promise.all(Array.from({ length: 5 }, work));
  else for (let piece = 0; piece < 5; piece += 1) await work();
  expect(rounds).toBeGreaterThanOrEqual(4);
});

test('who comes back at once goes to the end', async () => {
  const order = createTurns(0);
  const served: string[] = [];
  const work = async (who: string, pieces: number): Promise<void> => {
    for (let piece = 0; piece < pieces; piece += 1) {
      await order.take(who);
      served.push(who);
    }
  };
  await Promise.all([work('a', 3), work('b', 3)]);
  expect(served.join('')).toBe('ababab');
});

test('after a rest it goes on', async () => {
  const order = createTurns();
  await order.take('a');
  await nextTurn();
  await order.take('a');
});
