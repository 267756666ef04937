import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { collectStart } from '../src/heap.js';

function leave(): WeakRef<object> {
  return new WeakRef({ text: 'left by the start' });
}

test('what starting left is collected, and nobody else can ask for that', async () => {
  const left = leave();
  // A reference that was just made keeps what it refers to until the turn ends.
  await nextTurn();
  collectStart();
  expect(left.deref()).toBeUndefined();
  expect(globalThis).not.toHaveProperty('gc');
});
