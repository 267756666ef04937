import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { encode } from '@msgpack/msgpack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { eachProduct, products } from '../products/index.js';
import { ask } from '../support/ask.js';
import { until } from '../support/faults.js';
import { sha256, writeKeyFile } from '../support/key-file.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import { startWorld, type World } from '../support/world.js';
import { findReadable, readAll, type Kept } from './in-the-clear.js';

const TENANT = 'canary-tenant';
const CALLERS = ['canary-nightly', 'canary-dashboard', 'canary-hungry'].map((name) => ({ name, key: `${name}-${randomBytes(16).toString('hex')}`, rights: ['*'] }));
const CURSOR_KEY = randomBytes(32);

describe('a text is found', () => {
  const secret = 'jöb IB20261124182423901 "failed"';
  const around = (bytes: Uint8Array, before: number): Buffer => Buffer.concat([randomBytes(before), bytes, randomBytes(40)]);

  test.each<[string, (text: string) => Buffer]>([
    ['as it is', (text) => Buffer.from(text)],
    ['in JSON', (text) => Buffer.from(JSON.stringify({ text }))],
    ['in msgpack', (text) => Buffer.from(encode([1, { text }]))],
    ['in UTF-16', (text) => Buffer.from(text, 'utf16le')],
    ['in a query', (text) => Buffer.from(new URLSearchParams({ text: encodeURIComponent(text) }).toString().replaceAll('%25', '%'))],
    ['in hex', (text) => Buffer.from(Buffer.from(`{${text}}`).toString('hex'))],
    ...[0, 1, 2].flatMap((before): [string, (text: string) => Buffer][] => [
      [`in base64, ${before} bytes before it`, (text) => Buffer.from(around(Buffer.from(text), before).toString('base64'))],
      [`in base64url, ${before} bytes before it`, (text) => Buffer.from(around(Buffer.from(text), before).toString('base64url'))],
    ]),
  ])('%s', (_title, write) => {
    expect(findReadable(['nothing', secret], [randomBytes(100), around(write(secret), 7)])).toEqual([secret]);
  });

  test.each(Object.entries({ gzipSync, deflateSync, deflateRawSync, brotliCompressSync }))('in what %s makes of it', (_name, compress) => {
    expect(findReadable(['nothing', secret], [compress(Buffer.from(`{"text": ${secret}`))])).toEqual([secret]);
  });

  test('and another is not', () => {
    expect(findReadable([secret], [Buffer.from(secret.slice(1)), Buffer.from(secret.slice(0, -1)), randomBytes(100_000)])).toEqual([]);
  });
});

describe.skipIf(!hasStore)('after two replicas have listed, looked up, counted, been throttled and refused', () => {
  let store: TestStore;
  let world: World;
  /** At several moments, since some of it ends soon. */
  const kept: Kept[] = [];
  const told: string[] = [];

  beforeAll(async () => {
    // One of its own: all that lies there is of these replicas.
    store = await startStore(['--appendonly', 'no']);
    world = await startWorld({
      simulator: { jobsPerProduct: 60, days: 10 },
      environment: {
        AUTH_API_KEYS_FILE: writeKeyFile(CALLERS),
        AVEPOINT_TENANT: TENANT,
        AVEPOINT_CALLS_PER_SECOND: '500',
        CURSOR_KEYS: CURSOR_KEY.toString('base64'),
        LIMIT_COST_PER_MINUTE: '3000',
        PAGE_MEMORY_SECONDS: '600',
        SHARED_MEMORY_URL: store.url,
      },
    });
    await liveWith([world, await world.startReplica()]);
  });
  afterAll(async () => {
    await world.close();
    await store.close();
  });

  const look = async (): Promise<void> => void kept.push(...(await readAll(store)));

  async function liveWith(replicas: readonly Pick<World, 'url'>[]): Promise<void> {
    let asked = 0;
    async function read(query: string, variables: Record<string, unknown> = {}, caller = CALLERS[asked % 2]): Promise<Record<string, unknown>> {
      asked += 1;
      const answer = await ask(replicas[asked % replicas.length] as World, query, { 'x-api-key': caller?.key ?? '' }, variables);
      expect((answer.errors ?? []).map(({ extensions }) => extensions['code'])).not.toContain('GRAPHQL_VALIDATION_FAILED');
      told.push(...textsOf(answer));
      return answer.data ?? {};
    }

    world.simulator.set(eachProduct(() => ({ latencyMs: 150 })));
    const slow = [read('{ jobs { nodes { id raw } } }'), read('{ jobs { nodes { id raw } } }'), read('{ salesforceJobs(window: { last: "P9D" }) { nodes { jobId } } }')];
    await until(() => world.simulator.calls.length > 0);
    await look();
    await Promise.all(slow);
    world.simulator.set(eachProduct(() => ({ latencyMs: 0 })));

    for (const { field } of products) await read(`{ ${field}(first: 20) { nodes { id jobId raw failures { message } } } }`);
    let after: unknown = null;
    for (let page = 0; page < 4; page += 1) {
      const { jobs } = (await read('query ($after: String) { jobs(first: 25, after: $after) { nodes { id } pageInfo { endCursor } } }', { after })) as { jobs: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
      after = jobs.pageInfo.endCursor;
      await read('query ($ids: [ID!]!) { jobsById(ids: $ids) { id jobId } }', { ids: jobs.nodes.slice(0, 5).map(({ id }) => id) });
    }
    await read('{ jobs(filter: { statuses: [FAILED] }, window: { last: "P5D", by: FINISHED_AT }, orderBy: FINISHED_AT_DESC) { nodes { id failures { message } } totalCount } }');
    for (const product of ['iaas-paas', 'microsoft-365'] as const) await read('query ($id: String!) { findJobs(jobId: $id) { id } }', { id: world.simulator.records(product)[0]?.jobId });
    await read('{ jobStats(groupBy: [PRODUCT, DAY]) { groups { counts { total } } } jobFailureDigest { causes { text latestJobs { jobId } } } jobWorkloads { nodes { workload { label } } } longestJobs { nodes { id } } }');
    await look();

    world.simulator.set({ salesforce: { fault: { kind: 'status', status: 429, headers: { 'retry-after': '30' } } }, 'iaas-paas': { fault: { kind: 'status', status: 503 } }, 'dynamics-365': { fault: { kind: 'status', status: 401 } } });
    for (let day = 1; day <= 4; day += 1) await read(`{ jobs(window: { last: "P${day}D" }) { nodes { id } } }`);
    await look();
    await Promise.all(Array.from({ length: 20 }, () => read('{ jobStats(period: { last: "P8D" }) { total { counts { total } } } }', {}, CALLERS[2])));
    await look();
  }

  test('there is something to read, under names of one shape', () => {
    const kinds = new Set(kept.map(({ name }) => /^avepoint-jobs-graphql:1:([a-z-]+):[\w-]{43}(:[a-z]+)?$/.exec(name)?.[1]));
    expect([...kinds]).toEqual(expect.arrayContaining(['page', 'probe', 'quota', 'rest', 'retries']));
    expect(kinds).not.toContain(undefined);
    expect(told).toEqual(expect.arrayContaining(['TOO_MANY_REQUESTS', 'UPSTREAM_THROTTLED']));
  });

  test('all of it ends by itself', () => {
    // One that has ended meanwhile has neither a type nor an end.
    const endless = kept.filter(({ type, endsInMs }) => type !== 'none' && endsInMs === -1).map(({ name }) => name);
    expect(endless).toEqual([]);
  });

  test('nothing there says who asks whom, for what, with which credentials, and what came', () => {
    const { simulator } = world;
    const tokens = simulator.calls.flatMap(({ headers }) => String(headers['authorization']).replace('Bearer ', ''));
    const settings = [TENANT, simulator.clientId, simulator.clientSecret, simulator.graphUrl, simulator.identityUrl, new URL(simulator.graphUrl).host, CURSOR_KEY.toString('base64'), CURSOR_KEY.toString('hex')];
    const callers = CALLERS.flatMap(({ name, key }) => [name, key, sha256(key)]);
    const jobs = products.flatMap(({ name }) => simulator.records(name).flatMap(textsOf));
    const texts = [...settings, ...callers, ...tokens, ...jobs, ...told].filter(isTelling);
    expect(tokens.length).toBeGreaterThan(10);
    expect(new Set(texts).size).toBeGreaterThan(500);
    expect(findReadable(texts, [...kept.map(({ name }) => Buffer.from(name, 'latin1')), ...kept.flatMap(({ values }) => values)])).toEqual([]);
  });

  test('nor does the key lie there that seals it', () => {
    for (const value of kept.flatMap(({ values }) => values)) expect(value.includes(CURSOR_KEY)).toBe(false);
  });
});

/** Numbers stand in the clear, and words of a few letters are in any name. */
const isTelling = (text: string): boolean => text.length >= 8 && /\p{L}/u.test(text);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
