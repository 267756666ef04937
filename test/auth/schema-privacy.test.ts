import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

const [developer, reader] = [{ 'x-api-key': 'developer' }, { 'x-api-key': 'reader' }];

async function start(introspection: string): Promise<World> {
  const file = writeKeyFile([{ name: 'developer', key: 'developer', rights: ['*'], introspection: true }, { name: 'reader', key: 'reader', rights: ['*'] }]);
  return startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { AUTH_API_KEYS_FILE: file, INTROSPECTION: introspection } });
}

let world: World;
beforeAll(async () => void (world = await start('granted')));
afterAll(() => world.close());

const routes: Readonly<Record<string, string>> = {
  'the usual query': getIntrospectionQuery(),
  'one type': '{ __type(name: "Job") { name } }',
  'an alias': '{ jobSources: __schema { queryType { name } } }',
  'a fragment': '{ ...F } fragment F on Query { ... { __schema { queryType { name } } } }',
  'the SDL of the subgraph': '{ _service { sdl } }',
  'beside other fields': '{ jobSources { id } __schema { queryType { name } } }',
  'behind a condition': 'query ($no: Boolean = false) { __schema @include(if: $no) { queryType { name } } }',
};

describe('the schema is for those to whom it was granted', () => {
  test.each(Object.entries(routes))('%s', async (_title, query) => {
    expect((await ask(world, query, developer)).status).toBe(200);
    const refused = await ask(world, query, reader);
    expect([refused.status, refused.data, refused.errors?.[0]?.extensions]).toEqual([403, undefined, { code: 'FORBIDDEN' }]);
    // Also when the document is known to be valid already.
    expect((await ask(world, query, developer)).status).toBe(200);
    expect((await ask(world, query, reader)).status).toBe(403);
  });

  test('the name of a type is no secret', async () => {
    expect((await ask(world, '{ jobs(first: 0) { __typename } }', reader)).data).toEqual({ jobs: { __typename: 'JobConnection' } });
  });
});

describe('hints at names', () => {
  const mistakes: [string, string, Record<string, unknown>?][] = [
    ['a field', '{ job_s { id } }'],
    ['an argument', '{ jobs(frist: 1) { isComplete } }'],
    ['a type', '{ jobs { nodes { ... on SalesforceJobb { id } } } }'],
    ['an enum value', '{ jobs(filter: { statuses: [FAILD] }) { isComplete } }'],
    ['an input field', '{ jobs(filter: { statusses: [FAILED] }) { isComplete } }'],
    ['an enum value in a variable', 'query ($statuses: [JobStatus!]) { jobs(filter: { statuses: $statuses }) { isComplete } }', { statuses: ['FAILD'] }],
    ['an input field in a variable', 'query ($filter: JobFilter) { jobs(filter: $filter) { isComplete } }', { filter: { statusses: [] } }],
  ];

  test.each(mistakes)('%s', async (_title, query, variables) => {
    const [told, untold] = await Promise.all([ask(world, query, developer, variables), ask(world, query, reader, variables)]);
    expect([told.status, untold.status]).toEqual([400, 400]);
    expect(JSON.stringify(told.errors)).toContain('Did you mean');
    expect(JSON.stringify(untold.errors)).not.toContain('Did you mean');
    expect(untold.errors?.[0]?.message.length).toBeGreaterThan(10);
  });
});

test.each([['callers', 200, 200], ['off', 403, 403]])('INTROSPECTION=%s', async (setting, forDeveloper, forReader) => {
  const own = await start(setting);
  const query = '{ __schema { queryType { name } } }';
  expect([(await ask(own, query, developer)).status, (await ask(own, query, reader)).status]).toEqual([forDeveloper, forReader]);
  await own.close();
});

test('the page can be left out', async () => {
  const own = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { PAGE: 'off' } });
  const response = await fetch(`${own.url}/`);
  expect(response.status).toBe(404);
  await response.text();
  await own.close();
});
