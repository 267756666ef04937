import { expect, test } from 'vitest';

import { createCommonPatience } from '../../src/shared-memory/common-patience.js';
import { createPatience } from '../../src/shared-memory/patience.js';

const never = (): Promise<never> => new Promise(() => undefined);

test('all wait for one answer, which is asked for once', async () => {
  const patience = createCommonPatience(createPatience(5000));
  patience.join(createPatience(5000));
  let asked = 0;
  expect(await patience.wait(async () => (asked += 1))).toBe(1);
  expect(asked).toBe(1);
});

test('a failure is one', async () => {
  const patience = createCommonPatience(createPatience(5000));
  patience.join(createPatience(5000));
  await expect(patience.wait(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('whoever has the least ends it, also where they come while the others wait', async () => {
  const before = createCommonPatience(createPatience(60_000));
  before.join(createPatience(20));
  expect(await before.wait(never)).toBeNull();
  const meanwhile = createCommonPatience(createPatience(60_000));
  const waiting = meanwhile.wait(never);
  meanwhile.join(createPatience(20));
  expect(await waiting).toBeNull();
});

test('one who has nothing left is not waited with, whenever they come', async () => {
  const spent = createPatience(10);
  await spent.wait(never);
  const patience = createCommonPatience(createPatience(60_000));
  const waiting = patience.wait(never);
  patience.join(spent);
  expect(await waiting).toBeNull();
  expect(await patience.wait(never)).toBeNull();
});

test('what the others wait for counts for those who came later, too', async () => {
  const [first, late] = [createPatience(60_000), createPatience(30)];
  const patience = createCommonPatience(first);
  const waiting = patience.wait(never);
  patience.join(late);
  await waiting;
  let asked = 0;
  expect(await late.wait(async () => (asked += 1))).toBeNull();
  expect(asked).toBe(0);
});
