import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{ jobSources { id } }';

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 }, environment: { LIMIT_OPERATIONS: '3', LIMIT_REQUEST_SECONDS: '1' } })));
afterAll(() => world.close());

/** The status of a request under another host name. */
function statusUnder(of: World, host: string): Promise<number | undefined> {
  const body = JSON.stringify({ query: QUERY });
  return new Promise((resolve, reject) => {
    request({ port: new URL(of.url).port, method: 'POST', path: '/graphql', headers: { ...JSON_TYPE, host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end(body);
  });
}

/** What a page of another name would read. */
function readUnder(of: World, host: string, path: string): Promise<{ status: number | undefined; body: unknown }> {
  return new Promise((resolve, reject) => {
    request({ port: new URL(of.url).port, path, headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: text.startsWith('{') ? JSON.parse(text) : text }));
    }).on('error', reject).end();
  });
}

describe('bodies that cannot be read', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number]>([
    ['broken off', '{"query": "{ jobs', JSON_TYPE, 400],
    ['empty', '', JSON_TYPE, 400],
    ['a text', '"query"', JSON_TYPE, 400],
    ['null', 'null', JSON_TYPE, 400],
    ['a prototype', '{"__proto__": {"query": "{ __typename }"}}', JSON_TYPE, 400],
    ['several operations', JSON.stringify([{ query: QUERY }, { query: QUERY }]), JSON_TYPE, 400],
    ['of another type', '<query/>', { 'content-type': 'application/xml' }, 415],
    ['a form', 'query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['compressed', new Uint8Array(gzipSync(JSON.stringify({ query: QUERY }))), { ...JSON_TYPE, 'content-encoding': 'gzip' }, 415],
    ['compressed by its own word', JSON.stringify({ query: QUERY }), { ...JSON_TYPE, 'content-encoding': 'br' }, 415],
  ])('%s: an error in JSON that quotes nothing', async (_title, body, headers, status) => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { errors, data } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[]; data?: unknown };
    expect(errors.map(({ extensions }) => typeof extensions.code)).toEqual(['string']);
    expect(data).toBeUndefined();
    expect(JSON.stringify(errors)).not.toMatch(/__typename|node_modules/);
  });

  test('the media type is that which was asked for', async () => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' }, body: '{' });
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/graphql-response+json; charset=utf-8']);
    await response.text();
  });

  test('a path that there is not', async () => {
    const response = await fetch(`${world.url}/nothing`);
    expect([response.status, await response.json()]).toEqual([404, { errors: [{ message: 'There is nothing at this path.', extensions: { code: 'NOT_FOUND' } }] }]);
  });
});

describe('headers', () => {
  test('of an answer: nobody keeps it, frames it, sniffs it', async () => {
    const { headers } = await ask(world, QUERY);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('server')).toBeNull();
  });

  test('of an error, too', async () => {
    const { status, headers } = await ask(world, '{');
    expect([status, headers.get('cache-control')]).toEqual([400, 'private, no-store']);
  });

  test('no other site is let in unless it is named', async () => {
    const origin = 'https://jobs.example.com';
    const none = await ask(world, QUERY, { origin });
    expect([...none.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const own = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { CORS_ORIGINS: origin, AUTH_API_KEYS_FILE: writeKeyFile([{ name: 'one', key: 'one', rights: ['*'] }]) } });
    const preflight = (from: string): Promise<Response> => fetch(`${own.url}/graphql`, { method: 'OPTIONS', headers: { origin: from, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type, authorization' } });
    const asked = await preflight(origin);
    expect([asked.status, asked.headers.get('access-control-allow-origin'), asked.headers.get('access-control-allow-credentials')]).toEqual([204, origin, null]);
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    expect((await preflight('https://evil.example.com')).headers.get('access-control-allow-origin')).not.toBe('https://evil.example.com');
    expect((await ask(own, QUERY, { origin, 'x-api-key': 'one' })).headers.get('access-control-allow-origin')).toBe(origin);
    const refused = await ask(own, QUERY, { origin });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
    await own.close();
  });
});

describe('without callers configured', () => {
  test.each(['localhost', '127.0.0.1:4000', '[::1]:4000'])('this machine may ask as %s', async (host) => expect(await statusUnder(world, host)).toBe(200));
  test.each(['evil.example.com', '127.0.0.1.evil.example.com', 'localhost.evil.example.com', '10.0.0.1'])('nobody may as %s: a page could have that name point here', async (host) => expect(await statusUnder(world, host)).toBe(403));

  test.each(['/', '/dashboard/', '/dashboard', '/assets/none.js', '/health/live', '/health/ready', '/nothing', '/%zz', '/graphql?query={__typename}', '//health/live', '/index.html'])('whatever the path: %s', async (path) => {
    const [fromThere, fromHere] = await Promise.all(['evil.example.com', 'localhost'].map((host) => readUnder(world, host, path)));
    expect(fromThere).toEqual({ status: 403, body: { errors: [{ message: 'Without callers configured, this server answers to loopback names only.', extensions: { code: 'FORBIDDEN' } }] } });
    expect(fromHere?.status).not.toBe(403);
  });

  test('a path that cannot be read is refused without being quoted', async () => {
    expect(await readUnder(world, 'localhost', '/%zz')).toEqual({ status: 400, body: { errors: [{ message: 'The path cannot be read: write `%` as `%25`.', extensions: { code: 'BAD_REQUEST' } }] } });
  });

  test('unless that is said to be right', async () => {
    const own = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { AUTH_DISABLED: '1' } });
    expect(await statusUnder(own, 'jobs.example.com')).toBe(200);
    await own.close();
  });
});

describe('too much at once', () => {
  test('operations beyond the limit are asked to come back, and then are served', async () => {
    world.simulator.set({ salesforce: { latencyMs: 400 } });
    const slow = '{ salesforceJobs(first: 1) { nodes { id } } }';
    const replies = await Promise.all(Array.from({ length: 6 }, () => ask(world, slow)));
    world.simulator.resetSwitches();
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503, 503, 503]);
    const refused = replies.find(({ status }) => status === 503);
    expect([refused?.headers.get('retry-after'), refused?.errors?.[0]?.extensions]).toEqual(['1', { code: 'UNAVAILABLE' }]);
    const after = await Promise.all(Array.from({ length: 3 }, () => ask(world, QUERY)));
    expect(after.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('a client that goes away makes room', async () => {
    world.simulator.set({ salesforce: { latencyMs: 2000 } });
    const controller = new AbortController();
    const gone = Array.from({ length: 3 }, () => fetch(`${world.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: '{ salesforceJobs(first: 1) { nodes { id } } }' }), signal: controller.signal }).catch(() => null));
    await expect.poll(async () => (await ask(world, QUERY)).status).toBe(503);
    controller.abort();
    await Promise.all(gone);
    await expect.poll(async () => (await ask(world, QUERY)).status, { timeout: 1500 }).toBe(200);
    world.simulator.resetSwitches();
  });

  test.each([['headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\n'], ['a body', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{']])(
    'a client that does not finish %s is cut off',
    async (_title, text) => {
      const socket = connect(Number(new URL(world.url).port), '127.0.0.1', () => socket.write(text));
      const answer = await new Promise<string>((resolve) => {
        let received = '';
        socket.on('data', (chunk: Buffer) => void (received += chunk.toString()));
        socket.on('close', () => resolve(received));
        socket.on('error', () => undefined);
      });
      expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
    },
  );
});
