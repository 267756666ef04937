import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createLookbacks } from '../../src/loaders/lookbacks.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('how far is looked back stays for the time of the memory from the first that asks, source by source', () => {
  const lookbacks = createLookbacks(1000);
  const ask = (id: string, lookbackMs: number): number => lookbacks.of({ id, lookbackMs });

  expect(ask('a', 48)).toBe(48);
  vi.advanceTimersByTime(600);
  expect([ask('a', 50), ask('b', 60)]).toEqual([48, 60]);
  vi.advanceTimersByTime(399);
  expect([ask('a', 70), ask('b', 70)]).toEqual([48, 60]);
  vi.advanceTimersByTime(1);
  expect([ask('a', 70), ask('b', 70)]).toEqual([70, 60]);
  vi.advanceTimersByTime(999);
  expect([ask('a', 80), ask('b', 80)]).toEqual([70, 80]);
});

test('without a memory it is always the one of the moment', () => {
  const lookbacks = createLookbacks(0);
  expect([48, 50, 70].map((lookbackMs) => lookbacks.of({ id: 'a', lookbackMs }))).toEqual([48, 50, 70]);
});
