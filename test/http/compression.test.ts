import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { request, type Dispatcher } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { encodingFor } from '../../src/http/compression.js';
import { packageRoot } from '../../src/package-root.js';
import { startWorld, type World } from '../support/world.js';

interface Reply {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  readonly bytes: Buffer;
}

const now = Date.now();
/** The same cursors whenever it is asked. */
const LONG = `{ jobs(first: 50, window: { to: "${new Date(now).toISOString()}" }) { edges { cursor node { id jobId product status startedAt finishedAt } } } }`;
/** Still more than one piece when it is compressed: ciphertext is random, and no two of these windows are one. */
const VERY_LONG = `{ ${Array.from({ length: 8 }, (_, index) => `l${index}: salesforceJobs(first: 200, window: { to: "${new Date(now - index).toISOString()}" }) { edges { cursor } }`).join(' ')} }`;
const SHORT = '{ jobSources { id } }';

let world: World;
let plain: World;
beforeAll(async () => {
  const simulator = { jobsPerProduct: 220, days: 10, now: () => now };
  const environment = { PAGE_MEMORY_SECONDS: '600', LIMIT_COST: '10000' };
  [world, plain] = await Promise.all([startWorld({ simulator, environment }), startWorld({ simulator, environment: { ...environment, COMPRESSION: 'off' } })]);
  // What a source has shown once is in the cursors from then on.
  await ask(world, LONG, null);
});
afterAll(() => Promise.all([world.close(), plain.close()]));

/** As the bytes come: nothing is unpacked on the way. */
async function send(url: string, accepted: string | null, options: Partial<Dispatcher.RequestOptions> = {}): Promise<Reply> {
  const { statusCode, headers, body } = await request(url, { method: 'GET', ...options, headers: { ...(options.headers as Record<string, string>), ...(accepted !== null && { 'accept-encoding': accepted }) } });
  return { status: statusCode, headers, bytes: Buffer.from(await body.arrayBuffer()) };
}

const ask = (server: World, query: string, accepted: string | null): Promise<Reply> =>
  send(`${server.url}/graphql`, accepted, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

const unpack = ({ headers, bytes }: Reply): string => (headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();

describe('which one a client is given', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['deflate', null],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br; q=0, gzip; q=0.1', 'gzip'],
    ['br;q=0, gzip;q=0', null],
    ['*', 'br'],
    ['*;q=0', null],
    ['gzip, *;q=0', 'gzip'],
    ['br;q=nonsense, gzip', 'gzip'],
    ['identity, gzip;q=0.5', null],
    ['identity;q=0.5, gzip', 'gzip'],
    ['identity;q=0, *', 'br'],
    ['br;q=0, *', 'gzip'],
  ])('%j: %j', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});

describe('answers', () => {
  test.each(['br', 'gzip'])('long ones in %s say the same in fewer bytes', async (encoding) => {
    const [packed, whole] = [await ask(world, LONG, encoding), await ask(world, LONG, null)];
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding', 'content-length': String(packed.bytes.length), 'cache-control': 'private, no-store' });
    expect(whole.headers['content-encoding']).toBeUndefined();
    expect(whole.headers['vary']).toBe('accept-encoding');
    expect(Number(whole.headers['content-length'])).toBe(whole.bytes.length);
    expect(unpack(packed) === whole.bytes.toString()).toBe(true);
    expect(packed.bytes.length).toBeLessThan(0.8 * whole.bytes.length);
  });

  test.each(['br', 'gzip'])('very long ones in %s arrive whole', async (encoding) => {
    const packed = await ask(world, VERY_LONG, encoding);
    expect(packed.bytes.length).toBeGreaterThan(65_536);
    expect(Number(packed.headers['content-length'])).toBe(packed.bytes.length);
    const { data } = JSON.parse(unpack(packed)) as { data: Record<string, { edges: unknown[] }> };
    expect(Object.values(data).map(({ edges }) => edges.length)).toEqual(Array<number>(8).fill(200));
  });

  test('short ones are sent as they are', async () => {
    const { headers, bytes } = await ask(world, SHORT, 'br, gzip');
    expect(headers['content-encoding']).toBeUndefined();
    expect(Number(headers['content-length'])).toBe(bytes.length);
  });

  test('all are, where something else compresses', async () => {
    const { headers } = await ask(plain, LONG, 'br, gzip');
    expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined]);
  });

  test('where other sites are let in, they vary by both', async () => {
    const shared = await startWorld({ environment: { CORS_ORIGINS: 'https://a.example,https://b.example' } });
    const { headers } = await ask(shared, SHORT, 'gzip');
    expect(String(headers['vary']).toLowerCase().split(/, ?/).sort()).toEqual(['accept-encoding', 'origin']);
    await shared.close();
  });
});

describe('files', () => {
  const folder = join(packageRoot, 'dist', 'playground', 'assets');
  const name = readdirSync(folder).find((file) => /^index-.*\.js$/.test(file)) ?? '';
  const original = readFileSync(join(folder, name));
  const asset = (server: World): string => `${server.url}/assets/${name}`;

  test.each(['br', 'gzip'])('in %s, and kept for good where their names change with them', async (encoding) => {
    const packed = await send(asset(world), encoding);
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable', 'content-type': expect.stringContaining('javascript') as unknown });
    expect(Number(packed.headers['content-length'])).toBe(packed.bytes.length);
    expect(unpack(packed)).toBe(original.toString());
    expect(packed.bytes.length).toBeLessThan(0.4 * original.length);
  });

  test('as they are for whoever takes nothing else', async () => {
    const { headers, bytes } = await send(asset(world), null);
    expect([headers['content-encoding'], headers['vary'], bytes.equals(original)]).toEqual([undefined, 'accept-encoding', true]);
  });

  test.each(['br', null])('HEAD (%s) says what GET would send', async (accepted) => {
    const [head, get] = [await send(asset(world), accepted, { method: 'HEAD' }), await send(asset(world), accepted)];
    for (const header of ['content-length', 'content-encoding', 'etag', 'vary', 'cache-control']) expect([header, head.headers[header]]).toEqual([header, get.headers[header]]);
    expect(head.bytes.length).toBe(0);
  });

  test('each encoding has a tag of its own, by which it is not sent again', async () => {
    const [packed, whole] = [await send(asset(world), 'br'), await send(asset(world), null)];
    expect(packed.headers['etag']).not.toBe(whole.headers['etag']);
    const again = await send(asset(world), 'br', { headers: { 'if-none-match': String(packed.headers['etag']) } });
    expect([again.status, again.bytes.length, again.headers['vary']]).toEqual([304, 0, 'accept-encoding']);
    expect((await send(asset(world), null, { headers: { 'if-none-match': String(packed.headers['etag']) } })).status).toBe(200);
  });

  test.each(['/', '/dashboard/', '/THIRD-PARTY-NOTICES.txt'])('%s is asked for anew', async (path) => {
    const { status, headers } = await send(world.url + path, 'br');
    expect([status, headers['cache-control'], headers['vary']]).toEqual([200, 'no-cache', 'accept-encoding']);
  });

  test('no compressed file is a page of its own', async () => {
    expect((await send(`${asset(world)}.br`, null)).status).toBe(404);
  });

  test('as they are, where something else compresses', async () => {
    const { headers, bytes } = await send(asset(plain), 'br, gzip');
    expect([headers['content-encoding'], bytes.equals(original), headers['cache-control']]).toEqual([undefined, true, 'public, max-age=31536000, immutable']);
  });
});
