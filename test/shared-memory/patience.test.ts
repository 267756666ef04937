import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { createPatience } from '../../src/shared-memory/patience.js';

const never = (): Promise<never> => new Promise(() => undefined);

/** Keeps the process busy: nothing else happens meanwhile. */
function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('an answer in time is given, and so is a failure', async () => {
  const patience = createPatience(50);
  expect(await patience.wait(async () => 7)).toBe(7);
  await expect(patience.wait(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('what takes longer is null, and nothing is asked from then on', async () => {
  const patience = createPatience(20);
  expect(await patience.wait(never)).toBeNull();
  let asked = 0;
  expect(await patience.wait(async () => (asked += 1))).toBeNull();
  expect(asked).toBe(0);
});

test('all that wait give up together', async () => {
  const patience = createPatience(20);
  expect(await Promise.all([patience.wait(never), patience.wait(never), patience.wait(async () => 7)])).toEqual([null, null, 7]);
});

test('many short waits use it up as one long does', async () => {
  const patience = createPatience(50);
  let answers = 0;
  for (let asked = 0; asked < 60; asked += 1) if ((await patience.wait(() => sleep(3, true))) === true) answers += 1;
  expect(answers).toBeGreaterThan(5);
  expect(answers).toBeLessThan(30);
});

test('what the process does meanwhile does not count', async () => {
  const patience = createPatience(50);
  for (let asked = 0; asked < 5; asked += 1) {
    const answer = patience.wait(() => sleep(1, 'here'));
    block(60);
    expect(await answer).toBe('here');
  }
});
