import { expect, test } from 'vitest';

import { createQuota } from '../../src/limits/quota.js';

function start(perMinute: number) {
  let now = 0;
  const { charge, adopt } = createQuota(perMinute, () => now);
  const quota = {
    adopt,
    take: (caller: string, cost: number) => charge(caller, cost).seconds,
    giveBack: (caller: string, cost: number) => void charge(caller, -cost),
    isEarly: (caller: string) => charge(caller, 0).isEarly,
    left: (caller: string) => charge(caller, 0).level,
  };
  return { quota, pass: (seconds: number) => void (now += seconds * 1000) };
}

test('a minute’s worth at once, then as time passes', () => {
  const { quota, pass } = start(60);
  expect([quota.take('a', 40), quota.take('a', 20), quota.left('a')]).toEqual([null, null, 0]);
  expect(quota.take('a', 5)).toBe(5);
  pass(4);
  expect(quota.take('a', 5)).toBe(1);
  pass(1);
  expect(quota.take('a', 5)).toBeNull();
});

test('each caller has its own, and no more than a minute’s worth is saved', () => {
  const { quota, pass } = start(60);
  quota.take('a', 60);
  expect(quota.left('b')).toBe(60);
  pass(600);
  quota.giveBack('a', 100);
  expect(quota.left('a')).toBe(60);
});

test('an operation that is dearer than a minute needs a full bucket, and is paid off', () => {
  const { quota, pass } = start(60);
  expect(quota.take('a', 90)).toBeNull();
  expect([quota.left('a'), quota.take('a', 1)]).toEqual([-30, 31]);
  pass(31);
  expect(quota.take('a', 1)).toBeNull();
});

test('what costs nothing is never refused', () => {
  const { quota } = start(60);
  quota.take('a', 90);
  expect(quota.take('a', 0)).toBeNull();
});

test('who is told to wait is early until then, whatever it asks for meanwhile', () => {
  const { quota, pass } = start(60);
  quota.take('a', 60);
  expect([quota.isEarly('a'), quota.take('a', 5), quota.isEarly('a'), quota.isEarly('b')]).toEqual([false, 5, true, false]);
  pass(4);
  expect([quota.take('a', 1), quota.isEarly('a')]).toEqual([null, true]);
  pass(1);
  expect(quota.isEarly('a')).toBe(false);
});

test('what was found elsewhere is gone on from', () => {
  const { quota, pass } = start(60);
  quota.adopt('a', { seconds: null, isEarly: false, level: 12 });
  expect([quota.left('a'), quota.isEarly('a'), quota.left('b')]).toEqual([12, false, 60]);
  pass(8);
  quota.adopt('a', { seconds: 5, isEarly: false, level: 2 });
  expect([quota.left('a'), quota.isEarly('a'), quota.take('a', 3)]).toEqual([2, true, 1]);
  pass(1);
  expect([quota.isEarly('a'), quota.take('a', 3)]).toEqual([false, null]);
});
