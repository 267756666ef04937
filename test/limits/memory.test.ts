import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { globalId } from '../lookups/ask.js';
import { build, startBuilt, type BuiltServer } from '../support/built-server.js';

const HEAP_MB = 96;
const TOGETHER = 4;

let simulator: Simulator;
let server: BuiltServer;
beforeAll(async () => {
  build();
  simulator = await startSimulator({ jobsPerProduct: 20, days: 5 });
  server = await startBuilt(simulator, {
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
    PAGE_MEMORY_MB: '8',
    PAGE_MEMORY_SECONDS: '3600',
    LIMIT_BODY_KB: '1000',
    LOG_LEVEL: 'info',
    AVEPOINT_PRODUCTS: 'microsoft-365,salesforce',
  });
}, 120_000);
afterAll(async () => {
  server.kill('SIGKILL');
  await simulator.close();
});

async function ask(query: string, variables: Record<string, unknown> = {}): Promise<{ readonly data?: Record<string, unknown> | null; readonly errors?: readonly { readonly extensions: Record<string, unknown> }[] }> {
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as Awaited<ReturnType<typeof ask>>;
}

/** Every turn of `count`, a few at once. */
async function repeat(count: number, turn: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      while (next < count) await turn(next++);
    }),
  );
}

async function expectAnHonestAnswer(): Promise<void> {
  const { data, errors } = await ask('{ jobs(first: 5) { nodes { id } isComplete } }');
  expect([errors, data?.['jobs']]).toEqual([undefined, { nodes: expect.any(Array) as unknown[], isComplete: true }]);
}

describe(`a heap of ${HEAP_MB} MB, with 8 MB of pages kept for an hour`, () => {
  test('survives look-ups of ids that there are not, of any length', { timeout: 120_000 }, async () => {
    const lookUp = '  query ($ids: [ID!]!) { jobsById(ids: $ids) { id } }';
    const idOf = (index: number, length: number): string => globalId('default/us/microsoft-365', `${index}-`.padEnd(length, 'x'));
    await repeat(60, async (turn) => {
      const { data, errors } = await ask(lookUp, { ids: Array.from({ length: 90 }, (_, index) => idOf(turn * 90 + index, 510)) });
      expect([errors, data?.['jobsById']]).toEqual([undefined, Array.from({ length: 90 }, () => null)]);
    });
    const calls = simulator.calls.length;
    await repeat(700, async (turn) => {
      const { errors } = await ask(lookUp, { ids: [idOf(turn, 90_000)] });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'ids' });
    });
    expect(simulator.calls).toHaveLength(calls);
    await expectAnHonestAnswer();
  });

  test('and documents that differ', { timeout: 120_000 }, async () => {
    await repeat(300, async (turn) => {
      const { data, errors } = await ask(`query Q${turn} { jobSources { ${'region '.repeat(580)} } }`);
      expect([errors, data?.['jobSources']]).toEqual([undefined, [{ region: 'us' }, { region: 'us' }]]);
    });
    await expectAnHonestAnswer();
  });

  test('and documents that come again', { timeout: 120_000 }, async () => {
    const fields = Array.from({ length: 45 }, (_, index) => `f${index}: region`).join(' ');
    await repeat(600, async (turn) => {
      for (let time = 0; time < 3; time += 1) {
        const { data, errors } = await ask(`query R${turn} { jobSources { ${fields} ${'region '.repeat(50)} } }`);
        expect([errors, data?.['jobSources']]).toEqual([undefined, Array(2).fill(expect.objectContaining({ f44: 'us', region: 'us' }))]);
      }
    });
    await expectAnHonestAnswer();
  });
});
