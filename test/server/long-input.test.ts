import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

/** A letter that no message of the server's own has, and a name, a text and a number of very many of it. */
const long = 'Z'.repeat(60_000);
const digits = '7'.repeat(60_000);
const most = 200;
const letters = (text: string): number => Math.max(text.split('Z').length, text.split('7').length) - 1;

let world: World;
let guarded: World;
beforeAll(async () => {
  const limits = { LIMIT_BODY_KB: '1000', LIMIT_DEPTH: '3' };
  const file = writeKeyFile([{ name: 'one', key: 'one', rights: ['*'] }]);
  [world, guarded] = await Promise.all([
    startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: limits }),
    startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { ...limits, AUTH_API_KEYS_FILE: file, INTROSPECTION: 'granted' } }),
  ]);
});
afterAll(() => Promise.all([world.close(), guarded.close()]));

interface Reply {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

async function post(body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return (await response.json()) as Reply;
}

function expectShort({ errors = [] }: Reply): void {
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) {
    expect(letters(JSON.stringify(error))).toBeLessThanOrEqual(most);
    expect(error.message.length).toBeLessThan(650);
  }
}

const withWindow = 'query ($window: JobWindowInput) { jobs(window: $window) { isComplete } }';
const withFilter = 'query ($filter: JobFilter) { jobs(filter: $filter) { isComplete } }';
const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`ZZZZ${index}`, 'ZZZZ']));

describe('a message repeats 200 characters of what a client sent, at most', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['a duration', withWindow, { window: { last: `P${digits}` } }],
    ['a duration that could be one', withWindow, { window: { last: `PT${digits}H` } }],
    ['a duration in the document', `{ jobs(window: { last: "P${digits}" }) { isComplete } }`, {}],
    ['a number for a duration', `{ jobs(window: { last: ${digits} }) { isComplete } }`, {}],
    ['an instant', withWindow, { window: { from: long } }],
    ['an instant in the document', `{ jobs(window: { from: "${long}" }) { isComplete } }`, {}],
    ['an object for an instant', withWindow, { window: { from: many } }],
    ['an Int', 'query ($first: Int) { jobs(first: $first) { isComplete } }', { first: long }],
    ['an Int in the document', `{ jobs(first: ${digits}) { isComplete } }`, {}],
    ['an object for an ID', 'query ($id: ID!) { job(id: $id) { id } }', { id: { [long]: long } }],
    ['a list for a String', 'query ($id: String!) { findJobs(jobId: $id) { id } }', { id: [long, long] }],
    ['a value of an enum', withFilter, { filter: { statuses: [long] } }],
    ['a value of an enum in the document', `{ jobs(filter: { statuses: [${long}] }) { isComplete } }`, {}],
    ['a field of an input', withFilter, { filter: { [long]: 1 } }],
    ['many fields of an input', withFilter, { filter: many }],
    ['a field of an input in the document', `{ jobs(filter: { ${long}: 1 }) { isComplete } }`, {}],
    ['a field', `{ jobs { ${long} } }`, {}],
    ['an argument', `{ jobs(${long}: 1) { isComplete } }`, {}],
    ['a type', `query ($a: ${long}) { jobs(first: $a) { isComplete } }`, {}],
    ['a fragment', `{ jobs { ...${long} } }`, {}],
    ['a type of a fragment', `{ jobs { ... on ${long} { isComplete } } }`, {}],
    ['a directive', `{ jobs @${long} { isComplete } }`, {}],
    ['a variable that is not defined', `query A { jobs(first: $${long}) { isComplete } }`, {}],
    ['a variable that is not used', `query A($${long}: Int) { jobs { isComplete } }`, {}],
    ['a variable that is required', `query A($${long}: Int!) { jobs(first: $${long}) { isComplete } }`, {}],
    ['two operations of a name', `query ${long} { jobs { isComplete } } query ${long} { jobs { isComplete } }`, {}],
    ['fields that conflict', `{ jobs { ${long}: isComplete ${long}: totalCount } }`, {}],
    ['an operation that is too deep', `query ${long} { jobs { nodes { warnings { code } } } }`, {}],
    ['a text that does not end', `{ jobs(search: "${long}`, {}],
    ['a word where none may be', `{ jobs } ${long}`, {}],
    ['a cursor', `{ jobs(after: "${long}") { isComplete } }`, {}],
    ['an alias', `{ ${long}: jobs(first: -1) { isComplete } }`, {}],
    ['a reference', 'query ($a: [_Any!]!) { _entities(representations: $a) { __typename } }', { a: [{ __typename: long, id: long }] }],
  ])('%s', async (_title, query, variables) => {
    expectShort(await post({ query, variables }));
    expect(world.simulator.calls).toEqual([]);
  });

  test.each<[string, unknown, Record<string, string>]>([
    ['the name of the operation to run', { query: 'query A { jobs { isComplete } }', operationName: long }, {}],
    ['a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: long } } }, {}],
    ['variables that are a text', { query: '{ jobs { isComplete } }', variables: long }, {}],
    ['variables that are a list', { query: '{ jobs { isComplete } }', variables: [long] }, {}],
    ['a query that is none', { query: { [long]: long } }, {}],
    ['a body that is a text', long, {}],
    ['a content type', { query: '{ jobs { isComplete } }' }, { 'content-type': `text/${long.slice(0, 10_000)}` }],
    ['a charset', { query: '{ jobs { isComplete } }' }, { 'content-type': `application/json; charset=${long.slice(0, 10_000)}` }],
    ['an encoding', { query: '{ jobs { isComplete } }' }, { 'content-encoding': long.slice(0, 10_000) }],
  ])('%s', async (_title, body, headers) => expectShort(await post(body, headers)));

  test.each([
    ['a path', `/${long.slice(0, 10_000)}`],
    ['a path that cannot be decoded', `/%zz${long.slice(0, 10_000)}`],
    ['a path of the dashboard', `/dashboard/%c0${long.slice(0, 10_000)}`],
    ['variables in the address', `/graphql?query=%7Bjobs%7BisComplete%7D%7D&variables=${long.slice(0, 10_000)}`],
    ['a query in the address', `/graphql?query=%7B${long.slice(0, 10_000)}%7D`],
  ])('%s', async (_title, path) => {
    const response = await fetch(`${world.url}${path}`, { headers: { accept: 'application/json', 'apollo-require-preflight': '1' } });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expectShort((await response.json()) as Reply);
  });

  test.each([['authorization', `Bearer ${long.slice(0, 10_000)}`], ['x-api-key', long.slice(0, 10_000)]])('%s', async (name, value) => {
    expectShort(await ask(guarded, '{ jobs { isComplete } }', { [name]: value }));
  });
});

describe('and stays a message', () => {
  test('that says where, and what is right', async () => {
    const { errors = [] } = await post({ query: withWindow, variables: { window: { last: `P${digits}` } } });
    expect(errors[0]?.message).toMatch(/^Variable "\$window" got invalid value "P777+ … 7*" at "window\.last"; Write a Duration in ISO 8601, such as `PT24H` or `P7D`\.$/);
    const { errors: others = [] } = await post({ query: `{ jobs { ${long} } }` });
    expect(others[0]?.message).toMatch(/^Cannot query field "Z+ … Z+" on type "JobConnection"\.$/);
  });

  test('with its hints, for those who may see the schema', async () => {
    const query = `query ($filter: JobFilter) { jobs(filter: $filter) { isComplete } }`;
    const variables = { filter: { search: long.slice(0, 300), statusses: [] } };
    const told = await post({ query, variables });
    expect(told.errors?.[0]?.message).toMatch(/^.{100} … .{100} Did you mean "statuses"\?$/s);
    const untold = await ask(guarded, query, { 'x-api-key': 'one' }, variables);
    expect(untold.errors?.[0]?.message).not.toContain('Did you mean');
    expect(untold.errors?.[0]?.message).not.toContain('"statuses"');
  });

  test('of half a character nothing is left', async () => {
    const { errors = [] } = await post({ query: 'query ($first: Int) { jobs(first: $first) { isComplete } }', variables: { first: '🙂'.repeat(1000) } });
    expect(errors[0]?.message.isWellFormed()).toBe(true);
  });

  test('whole where Apollo speaks of the request itself', async () => {
    const response = await fetch(`${world.url}/graphql?query=%7Bjobs%7BisComplete%7D%7D`);
    expect(((await response.json()) as Reply).errors?.[0]?.message).toMatch(/^This operation has been blocked .*apollo-require-preflight\s*$/s);
  });
});
