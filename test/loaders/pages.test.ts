import { expect, test } from 'vitest';

import { createBudget } from '../../src/loaders/budget.js';
import type { MemoryReading, PageMemory } from '../../src/loaders/page-memory.js';
import { createPageLoader } from '../../src/loaders/pages.js';
import type { Stream } from '../../src/planning/plan.js';
import type { Source } from '../../src/sources/source.js';
import type { JobPage } from '../../src/wire/page.js';

const page = { rows: Array.from({ length: 100 }, () => ({})), received: 100, total: null, next: null, warnings: [] } as unknown as JobPage;
const stream = { key: 'stream', source: { id: 'source' } } as unknown as Stream<Source>;

function loaderOf(room: MemoryReading['room']) {
  const signal = new AbortController().signal;
  const [asked, left]: [string[], string[]] = [[], []];
  const memory: PageMemory = {
    async read(key) {
      asked.push(key);
      return page;
    },
    forget: () => undefined,
    leave: (key) => void left.push(key),
    find: () => null,
    counts: { memory: 0, shared: 0, store: 0, upstream: 0 },
  };
  const loader = createPageLoader(memory, createBudget(100, () => signal), room, 'caller', () => signal, () => undefined);
  const load = (number: number): Promise<JobPage> => loader.load({ stream, place: { number, token: null }, onCall: () => undefined, onHit: () => undefined });
  return { asked, left, load, leave: (number: number) => loader.leave(stream, { number, token: null }) };
}

test('a page is left by the key that it is read by', async () => {
  const { asked, left, load, leave } = loaderOf('whole');
  await load(3);
  leave(3);
  expect(left).toEqual(asked);
});

test('a list keeps the pages of its operation', async () => {
  const { asked, load } = loaderOf('whole');
  for (let number = 0; number < 20; number += 1) await load(number);
  await load(0);
  expect(asked).toHaveLength(20);
});

test('pages that are counted are shared while they are read and a little longer, and then let go of', async () => {
  const { asked, load } = loaderOf('half');
  await Promise.all([load(0), load(0)]);
  await load(1);
  await load(0);
  expect(asked).toHaveLength(2);
  for (let number = 2; number < 20; number += 1) await load(number);
  await load(0);
  expect(asked).toHaveLength(21);
});
