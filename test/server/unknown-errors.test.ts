import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listFields } from '../../src/assemble.js';
import { createLookbacks } from '../../src/loaders/lookbacks.js';
import { createPageMemory } from '../../src/loaders/page-memory.js';
import { createSource } from '../../src/sources/source.js';
import { createCursorSealer } from '../../src/paging/cursor.js';
import { readConfig } from '../../src/config.js';
import { createServer, type Server } from '../../src/server.js';
import { createErrorFormatter } from '../../src/error-format.js';
import { startWorld, type World } from '../support/world.js';

const canary = 'canary-41c0 of a defect in this very server';

interface Failing {
  readonly server: Server;
  readonly logged: readonly string[];
  ask(query: string): Promise<string>;
}

/** A server whose one source breaks in a way that nobody thought of. */
async function startFailing(failure: Error): Promise<Failing> {
  const logged: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const source = createSource(
    {
      tenant: { key: 'default', displayName: 'default', labels: [], externalIds: [], timeZone: null, staleAfterMs: null, expected: [] },
      region: 'us',
      environment: 'COMMERCIAL',
      product: 'SALESFORCE',
      endpoint: 'jobs',
      baseUrl: new URL('https://graph-us.avepointonlineservices.com'),
      isSimulated: false,
      timeFilter: 'unknown',
      lookbackMs: 0,
      pageSize: 10,
      locations: [],
      client: [],
    },
    () => Promise.reject(failure),
  );
  const reach = { sources: [source], memory: createPageMemory({ ttlMs: 0, maxBytes: 0 }), lookbacks: createLookbacks(0) };
  const { access, limits } = readConfig({});
  const server = await createServer({
    reach: () => reach,
    schema: { listFields, isSubgraph: false },
    cursors: createCursorSealer([Buffer.alloc(32, 1)]),
    createPatience: null,
    callBudget: 100,
    scanBudget: 100,
    hasFailureExamples: true,
    access,
    limits,
    fetchKeys: fetch,
    logger,
  });
  return {
    server,
    logged,
    async ask(query) {
      const response = await server.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      return response.body;
    },
  };
}

describe('an error that nobody thought of', () => {
  test.each([
    ['an Error', new Error(canary)],
    ['a TypeError', new TypeError(canary)],
    ['an error with the code of one of ours', Object.assign(new Error(canary), { code: 'BAD_USER_INPUT', argument: canary, extensions: { code: canary } })],
    ['an error around another', new Error(canary, { cause: new Error(canary) })],
    ['a text', canary as unknown as Error],
    ['nothing', undefined as unknown as Error],
  ])('%s is masked', async (_title, failure) => {
    const failing = await startFailing(failure);
    const body = await failing.ask('{ list: jobs { isComplete } }');
    expect(body).not.toContain(canary);
    expect(JSON.parse(body)).toMatchObject({
      data: { list: null },
      errors: [{ path: ['list'], message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
    await failing.server.app.close();
  });

  test('and is in the log, where someone can find it', async () => {
    const failing = await startFailing(new Error('a defect'));
    await failing.ask('{ jobs { isComplete } }');
    expect(failing.logged.some((line) => line.includes('a defect') && (JSON.parse(line) as { level: number }).level >= 50)).toBe(true);
    const idOf = (text: string): unknown => failing.logged.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === text)?.['requestId'];
    expect(idOf('internal error')).toMatch(/^[\da-f-]{36}$/);
    expect(idOf('internal error')).toBe(idOf('operation'));
    await failing.server.app.close();
  });

  test('the formatter lets through what is listed, and no more', () => {
    const format = createErrorFormatter(() => pino({ enabled: false }));
    const formatted = format({ message: canary, extensions: { code: 'SECRET', stacktrace: [canary] } }, new Error(canary));
    expect(formatted).toEqual({ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  });
});

describe('an error of the request is told', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } })));
  afterAll(() => world.close());

  test.each([
    ['syntax', '{ jobs { ', {}, 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    ['a field that there is not', '{ jobs { missing } }', {}, 'GRAPHQL_VALIDATION_FAILED', /missing/],
    ['an argument that there is not', '{ jobs(last: 3) { isComplete } }', {}, 'GRAPHQL_VALIDATION_FAILED', /last/],
    ['a value of an enum that there is not', '{ jobs(filter: { statuses: [DONE] }) { isComplete } }', {}, 'GRAPHQL_VALIDATION_FAILED', /DONE/],
    ['a variable of the wrong kind', 'query ($first: Int) { jobs(first: $first) { isComplete } }', { first: 'many' }, 'BAD_USER_INPUT', /first/],
    ['a value of an enum in a variable', 'query ($filter: JobFilter) { jobs(filter: $filter) { isComplete } }', { filter: { statuses: ['DONE'] } }, 'BAD_USER_INPUT', /DONE/],
    ['an instant in a variable', 'query ($window: JobWindowInput) { jobs(window: $window) { isComplete } }', { window: { from: 'yesterday' } }, 'BAD_USER_INPUT', /from/],
    ['an operation that there is not', 'query A { jobs { isComplete } } query B { jobs { isComplete } }', {}, /OPERATION_RESOLUTION_FAILURE|BAD_REQUEST/, /operation/i],
  ])('%s', async (_title, query, variables, code, message) => {
    const { data, errors = [] } = await world.query(query, variables);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.extensions['code']).toMatch(code);
    expect(world.simulator.calls).toEqual([]);
  });
});
