import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { callsTo, codeOf, readAlone, status, until, withWorld } from '../support/faults.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import type { World, WorldOptions } from '../support/world.js';

type Replica = Pick<World, 'query'>;

/** Rules are those of docs/behaviour.md and docs/operations.md of one process; here they are kept by several. */
describe.skipIf(!hasStore)('replicas with one store', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startStore();
  });
  afterAll(() => store.close());

  /** Every world has a key, and so names, of its own. */
  function withReplicas(options: WorldOptions, use: (world: World, ...others: [Replica, Replica]) => Promise<void>): Promise<void> {
    const environment = { SHARED_MEMORY_URL: store.url, ...options.environment };
    return withWorld({ ...options, environment }, async (world) => use(world, await world.startReplica(), await world.startReplica()));
  }

  const retryTimes = async (replica: Replica): Promise<readonly (number | null)[]> => {
    const { data } = await replica.query<{ jobSources: { health: { retryAt: string | null } }[] }>('{ jobSources { health { retryAt } } }');
    return data?.jobSources.map(({ health: { retryAt } }) => (retryAt === null ? null : Date.parse(retryAt))) ?? expect.fail('no sources');
  };
  const withFault = (fault: Parameters<World['simulator']['set']>[0]): WorldOptions => ({ simulator: { switches: fault } });

  /** Five failures; resets of the connection that a token came over aside, they are as many calls. */
  async function openCircuit(replica: Replica): Promise<void> {
    await readAlone(replica);
    await readAlone(replica);
  }

  describe.concurrent('leave alone', () => {
    test('what asked one of them for a pause, and say so', () =>
      withReplicas(withFault({ salesforce: { fault: { ...status(429, { 'retry-after': '60' }), times: 1 } } }), async (world, other, third) => {
        expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_THROTTLED', httpStatus: 429 });
        for (const replica of [other, third]) {
          const { outcome, requests, error } = await readAlone(replica);
          expect([outcome, requests, error?.code, error?.httpStatus, error?.isRetryable]).toEqual(['FAILED', 0, 'UPSTREAM_THROTTLED', null, true]);
          expect(error?.retryAfterSeconds).toBeGreaterThan(30);
          expect(error?.retryAfterSeconds).toBeLessThanOrEqual(60);
          expect(error?.message).toContain(`${error?.retryAfterSeconds} s`);
          const retryAt = (await retryTimes(replica)).filter((at) => at !== null);
          expect(retryAt).toHaveLength(1);
          expect((retryAt[0] ?? 0) - Date.now()).toBeGreaterThan(30_000);
          expect((retryAt[0] ?? 0) - Date.now()).toBeLessThanOrEqual(60_000);
          expect(await codeOf(readAlone(replica, 'iaasPaasJobs'))).toBe('OK');
        }
        expect(callsTo(world, 'salesforce')).toBe(1);
      }));

    test('it for as long as it asked, where that fits, and then go on', () =>
      withReplicas(withFault({ salesforce: { fault: { ...status(429, { 'retry-after': '2' }), times: 1 } } }), async (world, other, third) => {
        const first = codeOf(readAlone(world));
        await until(() => world.simulator.calls[0]?.status === 429);
        await sleep(100);
        expect(await Promise.all([first, ...[other, third, other].map((replica) => codeOf(readAlone(replica)))])).toEqual(['OK', 'OK', 'OK', 'OK']);
        const [throttled, ...later] = world.simulator.calls.filter(({ product }) => product === 'salesforce').map(({ at }) => at);
        expect(later).toHaveLength(4);
        for (const at of later) expect(at - (throttled ?? 0)).toBeGreaterThanOrEqual(1980);
      }));

    test('what is down, after five failures that one of them has seen', () =>
      withReplicas(withFault({ salesforce: { fault: status(503) } }), async (world, other) => {
        await openCircuit(world);
        for (;;) {
          await readAlone(world);
          const calls = callsTo(world, 'salesforce');
          const failedAt = world.simulator.calls.at(-1)?.at ?? 0;
          const answered = await readAlone(other);
          // On a busy machine it may be open no longer.
          if (Date.now() - failedAt >= 2000) continue;
          expect(answered).toMatchObject({ outcome: 'FAILED', requests: 0, error: { code: 'UPSTREAM_CIRCUIT_OPEN', retryAfterSeconds: 2, httpStatus: null } });
          return expect(callsTo(world, 'salesforce')).toBe(calls);
        }
      }));

    test('what refuses them, with the error of who was refused', () =>
      withReplicas(withFault({ salesforce: { fault: status(401) } }), async (world, other) => {
        const { error } = await readAlone(world);
        expect(error).toMatchObject({ code: 'UPSTREAM_UNAUTHENTICATED', httpStatus: 401 });
        expect((await readAlone(other)).error).toEqual(error);
        expect(callsTo(world, 'salesforce')).toBe(2);
      }));

    const CURSOR_KEYS = randomBytes(32).toString('base64');

    test('nobody else, where one of them alone has a wrong secret', () =>
      withReplicas({ environment: { CURSOR_KEYS } }, async (world, right) => {
        const { graphUrl, identityUrl, clientId } = world.simulator;
        const environment = { SHARED_MEMORY_URL: store.url, CURSOR_KEYS, AVEPOINT_GRAPH_URL: graphUrl, AVEPOINT_IDENTITY_URL: identityUrl, AVEPOINT_CLIENT_ID: clientId, AVEPOINT_CLIENT_SECRET: 'wrong' };
        await withWorld({ environment }, async (wrong) => {
          expect(await codeOf(readAlone(wrong))).toBe('UPSTREAM_UNAUTHENTICATED');
          expect(await codeOf(readAlone(right))).toBe('OK');
        });
      }));

    test('the identity service as well', () =>
      withReplicas(withFault({ identity: { fault: status(429, { 'retry-after': '60' }) } }), async (world, other, third) => {
        for (const replica of [world, other, third]) expect((await readAlone(replica)).error).toMatchObject({ code: 'UPSTREAM_THROTTLED', isRetryable: true });
        expect([world.simulator.tokenCalls.length, world.simulator.calls.length]).toEqual([1, 0]);
      }));
  });

  describe.concurrent('when it is time again', () => {
    test('one attempt of all goes first, and where it fails the others have not asked', () =>
      withReplicas(withFault({ salesforce: { fault: status(503) } }), async (world, other, third) => {
        await openCircuit(world);
        await Promise.all([other, third].map((replica) => readAlone(replica)));
        await sleep(2100);
        world.simulator.set({ salesforce: { latencyMs: 300 } });
        world.simulator.forgetCalls();
        const codes = await Promise.all([world, other, third].flatMap((replica) => Array.from({ length: 4 }, () => codeOf(readAlone(replica)))));
        const times = world.simulator.calls.map(({ at }) => at);
        expect(codes.sort()).toEqual([...Array<string>(12 - times.length).fill('UPSTREAM_CIRCUIT_OPEN'), ...times.map(() => 'UPSTREAM_ERROR')]);
        // It is left alone for two seconds after each that failed.
        for (const [index, time] of times.entries()) expect((times[index + 1] ?? Infinity) - time).toBeGreaterThanOrEqual(2000);
      }));

    test('one attempt of all goes first, and where it is answered all others follow', () =>
      withReplicas(withFault({ salesforce: { fault: status(503) } }), async (world, other, third) => {
        await openCircuit(world);
        await Promise.all([other, third].map((replica) => readAlone(replica)));
        world.simulator.resetSwitches();
        world.simulator.set({ salesforce: { latencyMs: 500 } });
        world.simulator.forgetCalls();
        await sleep(2100);
        const codes = await Promise.all([world, other, third].flatMap((replica) => Array.from({ length: 4 }, () => codeOf(readAlone(replica)))));
        expect(codes).toEqual(Array(12).fill('OK'));
        const [first, second] = world.simulator.calls.map(({ at }) => at);
        expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(490);
        for (const replica of [world, other, third]) expect((await retryTimes(replica)).filter((at) => at !== null)).toEqual([]);
      }));

    test('silence is looked through by who goes first, though another has met it', { timeout: 60_000 }, () =>
      withReplicas(withFault({ salesforce: { fault: { kind: 'hang' } } }), async (world, other) => {
        await Promise.all(Array.from({ length: 5 }, () => readAlone(world)));
        expect(await codeOf(readAlone(other))).toBe('UPSTREAM_CIRCUIT_OPEN');
        await sleep(2100);
        world.simulator.forgetCalls();
        const looking = codeOf(readAlone(other));
        await until(() => callsTo(world, 'salesforce') === 1);
        world.simulator.resetSwitches();
        expect(await looking).toBe('OK');
        expect(callsTo(world, 'salesforce')).toBe(2);
        expect(await codeOf(readAlone(world))).toBe('OK');
      }));
  });

  describe.concurrent('in step', () => {
    test('call as often together as AVEPOINT_CALLS_PER_SECOND says', () =>
      withReplicas({ environment: { AVEPOINT_CALLS_PER_SECOND: '10' } }, async (world, ...others) => {
        const startedAt = Date.now();
        const reads = [world, ...others].flatMap((replica) => Array.from({ length: 8 }, () => codeOf(readAlone(replica))));
        expect(await Promise.all(reads)).toEqual(Array(24).fill('OK'));
        const times = world.simulator.calls.map(({ at }) => at - startedAt);
        expect(times).toHaveLength(24);
        // A process catches up with timers that are late by 10 ms.
        for (const [index, time] of times.entries()) expect(time).toBeGreaterThanOrEqual(index * 100 - 12);
      }));

    test('retry a fifth of their calls and three a second', () =>
      withReplicas(withFault({ salesforce: { fault: { kind: 'invalid-json' } } }), async (world, ...others) => {
        const startedAt = Date.now();
        await Promise.all([world, ...others].flatMap((replica) => Array.from({ length: 20 }, () => readAlone(replica))));
        const times = world.simulator.calls.map(({ at }) => at);
        const seconds = ((times.at(-1) ?? 0) - startedAt) / 1000;
        expect(times.length - 60).toBeGreaterThan(0);
        expect(times.length - 60).toBeLessThanOrEqual(0.2 * 60 + 3 * (seconds + 1));
      }));
  });

  const write = async (kind: string, ...fields: string[]): Promise<void> => {
    for (const name of (await store.names()).filter((name) => name.includes(`:${kind}:`))) await store.send('HSET', name, ...fields);
  };
  const throttled = withFault({ salesforce: { fault: { ...status(429, { 'retry-after': '60' }), times: 1 } } });

  describe('that', () => {
    test('wait for a trial of nobody are not held up for good', () =>
      withReplicas(withFault({ salesforce: { fault: status(503) } }), async (world, other) => {
        await openCircuit(world);
        await sleep(2100);
        await write('rest', 'trial', 'of nobody', 'trialEnds', String(Date.now() + 3000));
        world.simulator.resetSwitches();
        expect(await codeOf(readAlone(other))).toBe('OK');
      }));

    test('find it flushed obey what they know, and tell it again', () =>
      withReplicas(throttled, async (world, other, third) => {
        for (const replica of [world, other]) expect(await codeOf(readAlone(replica))).toBe('UPSTREAM_THROTTLED');
        await store.flush();
        for (const replica of [other, third]) expect(await readAlone(replica)).toMatchObject({ requests: 0, error: { code: 'UPSTREAM_THROTTLED' } });
        expect(callsTo(world, 'salesforce')).toBe(1);
      }));

    test.each(['silent', 'closing'] as const)('find it %s in the middle obey what they know, and read what they do not', (kind) =>
      withReplicas({ ...throttled, patienceMs: 300, environment: { AVEPOINT_CALLS_PER_SECOND: '20' } }, async (world, other) => {
        expect(await codeOf(readAlone(world))).toBe('UPSTREAM_THROTTLED');
        store.meet({ kind });
        if (kind === 'closing') store.cut();
        try {
          expect(await readAlone(world)).toMatchObject({ requests: 0, error: { code: 'UPSTREAM_THROTTLED' } });
          expect(await Promise.all(Array.from({ length: 5 }, () => codeOf(readAlone(other))))).toEqual(Array(5).fill('OK'));
        } finally {
          store.meet({ kind: 'none' });
        }
        expect(await readAlone(world)).toMatchObject({ requests: 0, error: { code: 'UPSTREAM_THROTTLED' } });
      }));

    test.each([
      ['of another type', async (name: string) => void (await store.send('DEL', name), await store.send('LPUSH', name, 'garbage'))],
      ['of other fields', async (name: string) => void (await store.send('DEL', name), await store.send('HSET', name, 'garbage', 'x'))],
      ['of no numbers', async (name: string) => void (await store.send('DEL', name), await store.send('HSET', name, ...garbageOf('nan')))],
      ['of endless numbers', async (name: string) => void (await store.send('DEL', name), await store.send('HSET', name, ...garbageOf('1e300')))],
      ['of numbers that may be, and nobody has sealed', async (name: string) => void (await store.send('DEL', name), await store.send('HSET', name, ...garbageOf(String(Date.now() + 30_000))))],
      ['of bytes', async (name: string) => void (await store.send('SET', name, Buffer.from([0, 255, 13, 10])))],
      ['of a number', async (name: string) => void (await store.send('SET', name, '9e15'))],
    ])('find it full of garbage %s obey what they know, and read what they do not', (_title, spoil) =>
      withReplicas({ ...throttled, environment: { AVEPOINT_CALLS_PER_SECOND: '20' } }, async (world, other) => {
        expect(await codeOf(readAlone(world))).toBe('UPSTREAM_THROTTLED');
        expect(await codeOf(readAlone(other, 'iaasPaasJobs'))).toBe('OK');
        for (const name of await store.names()) await spoil(name);
        expect(await Promise.all(Array.from({ length: 5 }, () => codeOf(readAlone(other))))).toEqual(Array(5).fill('OK'));
        expect(await readAlone(world)).toMatchObject({ requests: 0, error: { code: 'UPSTREAM_THROTTLED' } });
        // Told again by who knows.
        expect(await readAlone(other)).toMatchObject({ requests: 0, error: { code: 'UPSTREAM_THROTTLED' } });
      }));

    test('leave nothing in it that tells whom they ask, or what was answered', () =>
      withReplicas({ simulator: { switches: { salesforce: { fault: status(401) }, 'iaas-paas': { fault: status(503) } } }, environment: { AVEPOINT_CALLS_PER_SECOND: '100' } }, async (world, other) => {
        await store.flush();
        const { error } = await readAlone(world);
        for (const replica of [world, other]) await readAlone(replica, 'iaasPaasJobs');
        const names = (await store.names()).filter((name) => !name.includes(':probe:'));
        expect(new Set(names.map((name) => name.split(':')[2]))).toEqual(new Set(['rest', 'turns', 'retries']));
        const dumps = await Promise.all(names.map((name) => store.send('DUMP', name) as Promise<Buffer>));
        const all = [...names, ...dumps.map((dump) => dump.toString('latin1'))].join('\n');
        const told = [world.simulator.clientId, world.simulator.graphUrl, '127.0.0.1', 'backup', 'jobs/', 'http', 'salesforce', 'UPSTREAM', 'refused', 'throttled', 'down', 'Check', error?.requestId ?? 'request'];
        for (const text of told) expect(all).not.toContain(text);
      }));
  });
});

/** Of a rest, and of a budget of retries. */
const garbageOf = (number: string): string[] => ['id', 'x', 'lasts', number, 'trialAt', number, 'cause', 'x', 'trial', 'x', 'trialEnds', number, 'left', number, 'countedAt', number];
