import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { ask, type Reply } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

const PER_MINUTE = 60;

let world: World;
beforeAll(async () => {
  const file = writeKeyFile(['rows', 'cursors', 'long', 'warm', 'honest'].map((name) => ({ name, key: name, rights: ['*'] })));
  world = await startWorld({
    simulator: { jobsPerProduct: 300, days: 20 },
    environment: { AUTH_API_KEYS_FILE: file, LIMIT_COST_PER_MINUTE: String(PER_MINUTE), LIMIT_TOKENS: '2000', LIMIT_ROWS: '20000', PAGE_MEMORY_SECONDS: '600' },
  });
});
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

const lists = (count: number, fields: string): string => `{ ${Array.from({ length: count }, (_, index) => `list${index}: salesforceJobs(first: 200) { ${fields} }`).join(' ')} }`;
const read = (key: string, query: string): Promise<Reply<Record<string, unknown>>> => ask(world, query, { 'x-api-key': key });

/** Calls that were not made come back at once; what is left to pay off is what this server did itself. */
test.each([
  ['rows', 'isComplete', 45],
  ['cursors', 'edges { cursor }', 20],
])('%s from memory are charged, and not given back: whoever asks for nothing else has to wait', async (key, fields, count) => {
  expect((await read('warm', lists(1, fields))).status).toBe(200);
  world.simulator.forgetCalls();
  expect((await read(key, lists(count, fields))).status).toBe(200);
  const refused = await read(key, lists(1, 'nodes { id }'));
  expect([refused.status, refused.errors?.[0]?.extensions['code']]).toEqual([429, 'TOO_MANY_REQUESTS']);
  expect((await read('honest', lists(1, 'nodes { id }'))).status).toBe(200);
  // What costs nothing is never refused.
  expect((await read(key, '{ jobSources { id } }')).status).toBe(200);
  expect(world.simulator.calls).toEqual([]);
});

test('while an operation of many lists is answered, others are served', async () => {
  let isRunning = true;
  let served = 0;
  const long = read('long', lists(45, 'nodes { id jobId status }')).finally(() => void (isRunning = false));
  while (isRunning) {
    const { status } = await read('honest', '{ jobSources { id } }');
    expect(status).toBe(200);
    if (isRunning) served += 1;
  }
  const { data, errors } = await long;
  expect([errors, Object.keys(data ?? {})]).toEqual([undefined, Array.from({ length: 45 }, (_, index) => `list${index}`)]);
  expect(served).toBeGreaterThan(2);
});
