import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Compiling } from '../src/compiled-execution.js';
import { ask, type Reply } from './support/ask.js';
import { amountOf, randomDocuments } from './support/random-documents.js';
import { startWorld, type World } from './support/world.js';

const { documents: DOCUMENTS, seed: SEED } = amountOf(150, 11);
const MS_A_DOCUMENT = 500;

/** An upstream whose jobs stand still. */
const anchor = Date.now();

/** What the library did. */
const seen = { compiled: 0, answered: 0 };
const counting: Compiling['compileQuery'] = (schema, document, name) => {
  const compiled = compileQuery(schema, document, name);
  seen.compiled += 1;
  if (!isCompiledQuery(compiled)) return compiled;
  return {
    ...compiled,
    async query(...inputs) {
      const result = await compiled.query(...inputs);
      if (result.errors === undefined) seen.answered += 1;
      return result;
    },
  };
};

let world: World;
beforeAll(async () => {
  world = await startWorld({
    simulator: { jobsPerProduct: 9, days: 20, now: () => anchor },
    environment: { AVEPOINT_PAGE_SIZE: '5', LOG_LEVEL: 'error' },
    compiling: { fromTime: 2, restFactor: 0, compileQuery: counting },
  });
  // "No such job" takes one more call where a source has not answered before.
  await world.query('{ jobs { isComplete } }');
});
afterAll(() => world.close());
beforeEach(() => void Object.assign(seen, { compiled: 0, answered: 0 }));

interface Twice {
  /** By Apollo. */
  readonly executed: Reply<Record<string, unknown>>;
  /** By a compiled function, where that is what runs the document. */
  readonly compiled: Reply<Record<string, unknown>>;
}

async function askTwice(query: string, variables: Record<string, unknown> = {}): Promise<Twice> {
  return { executed: await ask(world, query, { 'x-query-cost': '1' }, variables), compiled: await ask(world, query, { 'x-query-cost': '1' }, variables) };
}

/** What two moments tell apart: instants, durations so far, and cursors, which hold the window. */
function withoutMoment(key: string, value: unknown): unknown {
  // Of a job that runs, a whole number now and then.
  if (key.endsWith('seconds')) return 'duration';
  if (typeof value === 'number' && !Number.isInteger(value)) return 'decimal';
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return 'instant';
  if (value.startsWith('PT')) return 'duration';
  return value.length > 60 && /^[\w-]+$/.test(value) ? 'cursor' : value;
}

function expectAlike({ executed, compiled }: Twice, title: string): void {
  expect(JSON.stringify(compiled, withoutMoment), title).toBe(JSON.stringify(executed, withoutMoment));
}

test(`${DOCUMENTS} random documents are answered alike by the executor and, once they come again, as compiled functions`, { timeout: 60_000 + DOCUMENTS * MS_A_DOCUMENT }, async () => {
  const { data } = await world.query<IntrospectionQuery>(getIntrospectionQuery());
  const documents = randomDocuments(buildClientSchema(data ?? expect.fail('no schema')), SEED);
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const { query, variables } = documents.next().value ?? expect.fail('no document');
    expectAlike(await askTwice(query, variables), `${query}\n${JSON.stringify(variables)}`);
  }
  // The documents are worth something: of many a fourth is answered.
  expect(seen.answered).toBeGreaterThan(DOCUMENTS / 8);
});

describe('what a client writes never becomes code', () => {
  const MARK = 'wasRun';
  const code = `__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d(globalThis.${MARK}=true)`;
  const escaped = code.replace('_', '\\u005f');
  test.each([
    ['an argument', `{ job(id: "${code}") { id } }`],
    ['an argument, escaped', `{ job(id: "${escaped}") { id } }`],
    ['a block', `{ job(id: """${code}""") { id } }`],
    ['behind a quote', `{ job(id: "a\\"${code}") { id } }`],
    ['a list', `{ jobsById(ids: ["${code}"]) { id } }`],
    ['an input object', `{ jobs(first: 1, filter: { search: "${code}" }) { nodes { id } } }`],
    ['a default', `query ($id: ID! = "${code}") { job(id: $id) { id } }`],
  ])('%s', async (_where, query) => {
    for (const time of ['first', 'second', 'third']) expectAlike(await askTwice(query), time);
    expect(Reflect.get(globalThis, MARK)).toBeUndefined();
    expect(seen.compiled).toBe(0);
  });
});

test.each([
  ['a field that is called __proto__', '{ __proto__: jobs(first: 1) { nodes { __proto__: id jobId } } }'],
  ['a field that is called constructor', '{ constructor: jobs(first: 1) { nodes { constructor: id } } }'],
  ['a variable that is called __proto__', 'query ($__proto__: Int = 2) { jobs(first: $__proto__) { nodes { id } } }'],
  ['a fragment that is spread twice, once on a condition', '{ jobs(first: 1) { ...F @include(if: false) ...F } } fragment F on JobConnection { nodes { id } }'],
  ['a default that only its scalar can read', 'query ($from: DateTime = "2020-01-01T00:00:00Z") { jobs(first: 2, window: { from: $from }) { nodes { id } window { from } } }'],
  ['a default that is a long number', 'query ($id: ID! = 12345678901234567890) { job(id: $id) { id } }'],
  ['a nested variable that is not given', 'query ($by: JobWindowBasis) { jobs(first: 2, window: { last: "P7D", by: $by }) { nodes { id } window { by } } }'],
  ['two operations, of which one is not named', 'query A { jobs(first: 1) { nodes { id } } } query B { jobs(first: 2) { nodes { id } } }'],
  ['a reference that is none', '{ _entities(representations: [{ __typename: "JobSource", id: "default/us/salesforce" }, { __typename: "Nobody" }]) { ... on JobSource { id } } }'],
  ['the schema', '{ __schema { queryType { name } } jobs(first: 1) { nodes { id } } }'],
])('is answered alike: %s', async (_what, query) => {
  expectAlike(await askTwice(query), query);
  expectAlike(await askTwice(query), query);
});

test('a source that fails is asked once, and reported once', async () => {
  const query = '{ jobs(first: 3) { isComplete nodes { id } sources { error { code } } } wrong: jobs(first: 1, after: "nothing") { isComplete } }';
  const good = '{ jobs(first: 3) { isComplete nodes { id } sources { error { code } } } }';
  world.simulator.set({ salesforce: { fault: { kind: 'status', status: 400 } } });
  for (const document of [good, query]) {
    const calls: number[] = [];
    const replies: unknown[] = [];
    for (let time = 0; time < 3; time += 1) {
      world.simulator.forgetCalls();
      const { status, data, errors } = await ask(world, document);
      replies.push({ status, data, errors });
      calls.push(world.simulator.calls.length);
    }
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toEqual(replies[0]);
    expect(calls[1]).toBe(calls[0]);
    expect(calls[2]).toBe(calls[0]);
  }
  world.simulator.resetSwitches();
  expect(seen.compiled).toBeGreaterThan(0);
});
