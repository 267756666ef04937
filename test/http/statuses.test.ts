import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  const AUTH_API_KEYS_FILE = writeKeyFile([{ name: 'one', key: 'one', rights: ['*'] }]);
  world = await startWorld({ simulator: { jobsPerProduct: 30, days: 10 }, environment: { AUTH_API_KEYS_FILE, LIMIT_COST: '99', LIMIT_COST_PER_MINUTE: '100' } });
});
afterAll(() => world.close());

interface Said {
  readonly status: number | undefined;
  readonly codes: readonly unknown[];
  readonly hasData: boolean;
}

/** Over plain HTTP: `fetch` has an `Accept` of its own. */
function said(query: string, accept: string | null, key = 'one'): Promise<Said> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-api-key': key, ...(accept !== null && { accept }) };
    const sent = request(`${world.url}/graphql`, { method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => void (text += piece));
      answer.on('end', () => {
        const { errors, data } = JSON.parse(text) as { errors?: { extensions: { code: unknown } }[]; data?: unknown };
        resolve({ status: answer.statusCode, codes: errors?.map(({ extensions }) => extensions.code) ?? [], hasData: data !== undefined });
      });
    });
    sent.on('error', reject).end(JSON.stringify({ query }));
  });
}

const refusals: readonly [string, string, string][] = [
  ['an argument', '{ jobs(first: 500) { isComplete } }', 'BAD_USER_INPUT'],
  ['a cursor', '{ jobs(after: "nonsense") { isComplete } }', 'BAD_USER_INPUT'],
  ['a window', '{ jobs(window: { last: "P1Y" }) { isComplete } }', 'BAD_USER_INPUT'],
  ['a field that there is not', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['a variable that is missing', 'query ($id: ID!) { job(id: $id) { id } }', 'BAD_USER_INPUT'],
  ['a syntax error', '{ jobs ', 'GRAPHQL_PARSE_FAILED'],
  ['too much', '{ findJobs(jobId: "x") { id } }', 'COST_LIMIT_EXCEEDED'],
];

describe.each(refusals)('%s', (_title, query, code) => {
  test.each([['any type', '*/*'], ['no type', null], ['a browser', 'text/html, */*;q=0.8']])('is 200 with errors and no data for a client that names %s, as Apollo Gateway', async (_name, accept) => {
    expect(await said(query, accept)).toEqual({ status: 200, codes: [code], hasData: false });
  });

  test.each(['application/json', 'application/graphql-response+json', 'application/graphql-response+json, application/json;q=0.9, */*;q=0.1'])('is 400 for one that accepts %s', async (accept) => {
    expect(await said(query, accept)).toEqual({ status: 400, codes: [code], hasData: false });
  });
});

test('who may not, or not now, is told by the status whatever the client accepts', async () => {
  expect(await said('{ jobSources { id } }', '*/*', 'two')).toMatchObject({ status: 401 });
  const list = '{ jobs(first: 200) { isComplete } }';
  world.simulator.set({ salesforce: { latencyMs: 500 } });
  const running = said(list, '*/*');
  await expect.poll(() => world.simulator.calls.length).toBeGreaterThan(0);
  expect(await said(list, '*/*')).toEqual({ status: 429, codes: ['TOO_MANY_REQUESTS'], hasData: false });
  expect(await running).toMatchObject({ status: 200 });
});
