import { expect, test } from 'vitest';

import { createWorld, HOUR_MS, idsOf, NOW, walk, type Model } from './model-world.js';

const model = (name: string): Model => ({
  jobs: Array.from({ length: 30 }, (_, index) => ({ id: `${name}${index}`, startedAt: NOW - (index + 2) * HOUR_MS, finishedAt: NOW - (index + 1) * HOUR_MS })),
  order: 'newest',
  timeFilter: 'start',
  isDeclared: true,
  pageSize: 5,
  link: 'total',
  lookbackMs: 0,
});

test('a list says of every page of each of its streams, but the last, that it is beyond it', async () => {
  const world = createWorld([model('a'), model('b')], { by: 'STARTED_AT' }, {}, 'STARTED_AT_DESC');
  const pages = await walk(world, 7);
  expect(idsOf(pages).length).toBe(60);
  const leftOf = (rank: number): number[] => world.left.filter((one) => one.rank === rank).map(({ number }) => number);
  const numbers = leftOf(0);
  expect(numbers).toEqual([0, 1, 2, 3, 4].map((index) => (numbers[0] ?? 0) + index));
  expect(leftOf(1)).toEqual(numbers);
});
