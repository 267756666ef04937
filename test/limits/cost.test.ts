import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { allFirstCalls } from '../products/index.js';
import { ask, type Reply } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

const SHOW = { 'x-query-cost': '1' };

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 30, days: 20 } })));
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

async function costOf(query: string, variables: Record<string, unknown> = {}): Promise<number | undefined> {
  const { errors, extensions } = await ask(world, query, SHOW, variables);
  expect(errors).toBeUndefined();
  return extensions?.cost?.['requested'];
}

describe('the same query costs the same, however it is written', () => {
  const fields = '{ nodes { id jobId status } totalCount }';
  const ways: Readonly<Record<string, [string, Record<string, unknown>?]>> = {
    'a literal': [`{ salesforceJobs(first: 150) ${fields} }`],
    'a variable': [`query ($first: Int) { salesforceJobs(first: $first) ${fields} }`, { first: 150 }],
    'the default of a variable': [`query ($first: Int = 150) { salesforceJobs(first: $first) ${fields} }`],
    'an alias': [`{ list: salesforceJobs(first: 150) ${fields} }`],
    'fragments': [`{ ...Q } fragment Q on Query { salesforceJobs(first: 150) { ...C totalCount } } fragment C on SalesforceJobConnection { nodes { ...J } } fragment J on Job { id jobId status }`],
    'pieces that are merged': [`{ salesforceJobs(first: 150) { nodes { id } } ... { salesforceJobs(first: 150) { nodes { id jobId status } } } salesforceJobs(first: 150) { totalCount } }`],
    'directives that change nothing': [`query ($yes: Boolean = true) { salesforceJobs(first: 150) @include(if: $yes) ${fields} jobs @skip(if: $yes) { nodes { id } } }`],
    'a filter that filters nothing': [`{ salesforceJobs(first: 150, filter: null, window: null, after: null) ${fields} }`],
  };

  test.each(Object.entries(ways))('%s', async (_title, [query, variables]) => {
    // Two pages of 100 and one to know whether more follows, and a total; three attempts each.
    expect(await costOf(query, variables)).toBe(12);
  });

  test('again and again, whatever other variables choose', async () => {
    const query = 'query ($first: Int, $counts: Boolean = true) { salesforceJobs(first: $first) { nodes { id } totalCount @include(if: $counts) } }';
    const asked: Record<string, unknown>[] = [{ first: 150 }, { first: 150, counts: false }, { first: 50 }, { first: 50, counts: false }];
    const costs: (number | undefined)[] = [];
    for (const variables of [...asked, ...asked]) costs.push(await costOf(query, variables));
    expect(costs).toEqual([12, 9, 9, 6, 12, 9, 9, 6]);
  });

  test('without `first` as with the default, 50', async () => {
    const [none, written, empty] = await Promise.all([costOf('{ jobs { nodes { id } } }'), costOf('{ jobs(first: 50) { nodes { id } } }'), costOf('query ($first: Int) { jobs(first: $first) { nodes { id } } }')]);
    const calls = 6 * allFirstCalls;
    expect([none, written, empty]).toEqual([calls, calls, calls]);
  });
});

describe('what costs nothing, and what costs all', () => {
  test.each([
    ['sources', '{ jobSources { id health { state } } }', 0],
    ['the name of the type', '{ __typename }', 0],
    ['the schema', '{ __schema { types { name fields { name } } } __type(name: "Job") { name } _service { sdl } }', 0],
    ['a page of nothing', '{ jobs(first: 0) { nodes { id } } }', 0],
    ['products that are not asked', '{ jobs(filter: { products: [] }) { nodes { id } } }', 0],
    ['one product of all', '{ jobs(filter: { products: [SALESFORCE] }) { nodes { id } } }', 6],
    ['a filter that this server applies', '{ iaasPaasJobs(filter: { statuses: [FAILED] }) { nodes { id } } }', 100],
    ['a window that it cuts', '{ salesforceJobs(window: { last: "PT24H" }) { nodes { id } } }', 100],
    ['two lists', '{ a: salesforceJobs { nodes { id } } b: salesforceJobs { nodes { id } } }', 12],
    ['a large answer', '{ salesforceJobs(first: 99) { nodes { id jobId status product operation startedAt finishedAt progress raw observedAt } edges { cursor } } }', 7],
  ])('%s', async (_title, query, cost) => {
    expect(await costOf(query)).toBe(cost);
  });

  test('and it is shown to those alone who ask', async () => {
    expect((await ask(world, '{ jobSources { id } }')).extensions).toBeUndefined();
    expect((await ask(world, '{ jobs(first: 1) { nodes { id } } }', SHOW)).extensions).toEqual({ cost: { requested: 6 * allFirstCalls, limit: 1000, upstreamCalls: allFirstCalls } });
  });
});

describe('an operation makes no more calls than its budget, so it costs no more for them', () => {
  const lists = (count: number, list: string): string => `{ ${Array.from({ length: count }, (_, index) => `l${index}: ${list} { nodes { id } }`).join(' ')} }`;

  test('twelve windows, each of which could need them all', async () => {
    expect(await costOf(lists(12, 'jobs(first: 50, window: { last: "PT24H" })'))).toBe(100);
  });

  test('rows count: 20 lists of 200 and not 21', async () => {
    const most = await ask(world, lists(20, 'salesforceJobs(first: 200)'), SHOW);
    expect([most.status, most.errors]).toEqual([200, undefined]);
    world.simulator.forgetCalls();
    const refused = await ask(world, lists(21, 'salesforceJobs(first: 200)'));
    expect([refused.status, refused.errors]).toEqual([400, [{ message: 'This operation may list 4200 jobs; 4000 are taken. Ask for fewer at once, and for more after their cursors.', extensions: { code: 'COST_LIMIT_EXCEEDED' } }]]);
    expect(world.simulator.calls).toEqual([]);
  });
});

test('an upstream that fails does not make an operation cost more than it said', async () => {
  world.simulator.set({ salesforce: { fault: { kind: 'status', status: 500 } } });
  const { extensions } = await ask(world, '{ salesforceJobs(first: 1) { nodes { id } } }', SHOW);
  world.simulator.resetSwitches();
  expect(world.simulator.calls.length).toBeLessThanOrEqual(extensions?.cost?.['requested'] ?? 0);
});

describe('a limit for every caller and minute', () => {
  let own: World;
  beforeAll(async () => {
    const file = writeKeyFile(['one', 'two'].map((name) => ({ name, key: name, rights: ['*'] })));
    own = await startWorld({ simulator: { jobsPerProduct: 30, days: 20 }, environment: { AUTH_API_KEYS_FILE: file, LIMIT_COST_PER_MINUTE: '110' } });
  });
  afterAll(() => own.close());

  const SCAN = '{ salesforceJobs(window: { from: "2020-01-01T00:00:00Z" }) { nodes { id } } }';
  const read = (key: string, query: string): Promise<Reply<unknown>> => ask(own, query, { ...SHOW, 'x-api-key': key });

  test('what was not needed is given back', async () => {
    for (let round = 0; round < 5; round += 1) expect((await read('two', SCAN)).status).toBe(200);
    const { extensions } = await read('two', '{ jobSources { id } }');
    expect(extensions?.cost).toMatchObject({ perMinute: 110, requested: 0, upstreamCalls: 0 });
    expect(extensions?.cost?.['left']).toBeGreaterThan(90);
  });

  test('while it runs an operation holds what it may cost, and others of the caller wait', async () => {
    own.simulator.set({ salesforce: { latencyMs: 300 } });
    own.simulator.forgetCalls();
    const running = read('one', SCAN);
    await expect.poll(() => own.simulator.calls.length).toBeGreaterThan(0);
    const refused = await read('one', SCAN);
    const other = await read('two', '{ jobs(first: 0) { nodes { id } } }');
    own.simulator.resetSwitches();
    expect([refused.status, refused.errors?.[0]?.extensions]).toEqual([429, { code: 'TOO_MANY_REQUESTS' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(own.simulator.calls).toHaveLength(1);
    expect([other.status, (await running).status]).toEqual([200, 200]);
    // The schema is exempt.
    expect((await read('one', '{ __schema { queryType { name } } }')).status).toBe(200);
  });
});
