import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { createTurns } from '../../src/loaders/turns.js';

/** Who was served, turn of the event loop by turn. */
async function watch(start: (serve: (who: string, pieces: number) => void) => void, turns: number): Promise<readonly string[]> {
  const order = createTurns();
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

test('one piece a turn, and whoever waits is served in rotation', async () => {
  expect(await watch((serve) => {
    serve('a', 4);
    serve('b', 1);
    serve('c', 2);
  }, 20)).toEqual(['a', 'b', 'c', 'a', 'c', 'a', 'a']);
});

test('who comes back at once goes to the end', async () => {
  const order = createTurns();
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
