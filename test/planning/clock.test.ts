import { describe, expect, test } from 'vitest';

import { clockOf, newestRange } from '../../src/planning/clock.js';

const HOUR_MS = 3_600_000;
const stamp = (at: number): string => new Date(at).toISOString().replace(/\D/g, '');

describe('the clock in an id', () => {
  test.each([
    ['GDIG20241009053431', '2024-10-09T05:34:31Z'],
    ['FB20241027081716326', '2024-10-27T08:17:16Z'],
    ['RS202410271053127890', '2024-10-27T10:53:12Z'],
    ['EFB20241015105312327583', '2024-10-15T10:53:12Z'],
  ])('%s', (id, at) => expect(clockOf(id)).toBe(Date.parse(at)));

  test.each(['', 'FB', 'FB2024', 'FB20241327081716326', 'FB20241027251716326', '638645575921780695', 'no clock', 'x'.repeat(9) + '20241027081716'])('none in %j', (id) => expect(clockOf(id)).toBeNull());
});

test('ids are read together where that is cheaper', () => {
  const at = (hours: number): string => `FB${stamp(Date.UTC(2024, 0, 10) - hours * HOUR_MS)}`;
  const range = (gapHours: number) => newestRange([at(30), at(0), 'none', at(3)], HOUR_MS, gapHours * HOUR_MS);
  expect(range(0)).toEqual({ from: Date.UTC(2024, 0, 9, 23), to: Date.UTC(2024, 0, 10, 1), ids: [at(0)] });
  expect(range(1)?.ids).toEqual([at(0), at(3)]);
  expect(range(100)?.ids).toEqual([at(0), at(3), at(30)]);
  expect(newestRange(['none'], HOUR_MS, 0)).toBeNull();
});
