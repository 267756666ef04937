import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { productNames, type Fault } from '../../simulator/index.js';
import { askForJobs } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const canary = 'canary-7f3e9c-do-not-show';
const cursorKey = Buffer.from(`${canary}-of-the-key`.padEnd(32, '.').slice(0, 32)).toString('base64');

let world: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 40, days: 10 }, environment: { CURSOR_KEYS: cursorKey } });
});
afterAll(() => world.close());
afterEach(async () => {
  world.simulator.resetSwitches();
  await world.restart();
});

const body = (text: string, status?: number, contentType?: string): Fault => ({ kind: 'body', text, ...(status !== undefined && { status }), ...(contentType !== undefined && { contentType }) });

const bodies: Readonly<Record<string, Fault>> = {
  'plain text': body(canary, 200, 'text/plain'),
  'a page of HTML': body(`<html><title>${canary}</title><body>${canary}</body></html>`, 502, 'text/html'),
  'invalid JSON': body(`{"jobs": [{"jobId": "${canary}"`),
  'a name without a value': body(`{${canary}}`),
  'an envelope of Microsoft 365 and Salesforce': body(JSON.stringify({ statusCode: 500, message: canary, errors: [{ code: canary, message: canary }], requestId: `${canary} ${canary}`, traceId: `<${canary}>` }), 500),
  'an envelope of IaaS + PaaS': body(JSON.stringify({ totalCount: 0, jobs: null, errorModel: { errorCode: 500, message: canary, requestId: `/${canary}` } })),
  'an error that is text': body(JSON.stringify({ traceId: null, error: canary })),
  'a problem document': body(JSON.stringify({ type: canary, title: canary, status: 403, detail: canary }), 403, 'application/problem+json'),
  'an object of another kind': body(JSON.stringify({ [canary]: canary })),
  'a redirect': { kind: 'status', status: 302, headers: { location: `https://${canary}.example.net/` } },
  'a strange retry-after': { kind: 'status', status: 429, headers: { 'retry-after': canary, 'x-request-id': `<${canary}>`, 'www-authenticate': `Bearer realm="${canary}"` } },
};

/** All that the server gives away of an operation: its answer, and its log. */
async function everythingSaid(of: World): Promise<string> {
  const from = of.log.length;
  const answers = [
    await askForJobs(of),
    await of.query('{ jobSources { id endpoint health { state lastError { code message httpStatus requestId traceId } } } }'),
    await fetch(`${of.url}/health/ready`).then((response) => response.json()),
  ];
  return JSON.stringify([answers, of.log.slice(from)]);
}

function secretsOf({ simulator }: World): string[] {
  const tokens = simulator.calls.map(({ headers }) => String(headers['authorization']).replace(/^Bearer /, ''));
  return [...new Set([...tokens, simulator.clientSecret, simulator.clientId, cursorKey])];
}

describe('an upstream body is never shown or logged', () => {
  test.each(Object.entries(bodies))('%s', async (_title, fault) => {
    world.simulator.set(Object.fromEntries(productNames.map((product) => [product, { fault }])));
    const said = await everythingSaid(world);
    expect(said).toMatch(/"outcome":"FAILED".*"outcome":"FAILED".*"outcome":"FAILED".*"outcome":"FAILED"/);
    expect(said).not.toContain(canary);
  });

  test.each(Object.entries(bodies))('nor one of the identity service: %s', async (_title, fault) => {
    const own = await startWorld({ simulator: { jobsPerProduct: 5, days: 5, switches: { identity: { fault } } } });
    const said = await everythingSaid(own);
    expect(said).toMatch(/"outcome":"FAILED".*"outcome":"FAILED".*"outcome":"FAILED".*"outcome":"FAILED"/);
    expect(said).not.toContain(canary);
    expect(said).not.toContain(own.simulator.clientSecret);
    await own.close();
  });
});

describe('a token or a secret is never shown or logged', () => {
  test.each([
    ['when all is well', {}],
    ['when the token is refused', { fault: { kind: 'status', status: 401 } }],
    ['when the permission is missing', { permitted: false }],
    ['when the connection breaks', { fault: { kind: 'reset' } }],
    ['when the answer breaks off', { fault: { kind: 'truncated' } }],
  ] as const)('%s', async (_title, switches) => {
    world.simulator.set(Object.fromEntries(productNames.map((product) => [product, switches])));
    const said = await everythingSaid(world);
    const secrets = secretsOf(world);
    expect(secrets.length).toBeGreaterThanOrEqual(7);
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    expect(said).not.toMatch(/bearer/i);
  });

  test('nor at the start of the server, nor when the secret is wrong', async () => {
    const own = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { AVEPOINT_CLIENT_SECRET: canary, CURSOR_KEYS: cursorKey } });
    const said = (await everythingSaid(own)) + JSON.stringify(own.log);
    expect(said).toContain('UPSTREAM_UNAUTHENTICATED');
    expect(said).not.toContain(canary);
    expect(said).not.toContain(cursorKey);
    await own.close();
  });
});

describe('what an answer does not need is not in it', () => {
  test('errors carry a message, a place and the words of the schema, and no stack', async () => {
    world.simulator.set({ salesforce: { permitted: false } });
    const answers = [await world.query('{ jobs { isComplete } }'), await world.query('{ jobs(first: -1) { isComplete } }')];
    const errors = answers.flatMap(({ errors: own = [] }) => own);
    expect(errors).toHaveLength(2);
    for (const error of errors) {
      expect(Object.keys(error).filter((key) => !['message', 'path', 'locations', 'extensions'].includes(key))).toEqual([]);
      expect(Object.keys(error.extensions).filter((key) => !['code', 'argument', 'source'].includes(key))).toEqual([]);
    }
  });

  test('the answer is JSON that no proxy may take for something else', async () => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ jobSources { id } }' }) });
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
    await response.text();
  });
});
