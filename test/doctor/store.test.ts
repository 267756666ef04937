import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Finding } from '../../src/doctor/finding.js';
import { checkStore, versionOf } from '../../src/doctor/store.js';
import { createCertificate } from '../support/certificate.js';
import { hasStore, startStore, type TestStore, type Trouble } from '../support/store.js';
import { startTlsFront } from '../support/tls-front.js';
import { consult, wrongs } from './consult.js';

const key = randomBytes(32);
const look = (url: string): Promise<Finding[]> => checkStore({ sharedMemory: { url, patienceMs: 50 }, cursorKeys: [key] });

/** By what was looked at, each once, and none of them tells a password. */
async function findingsAt(url: string): Promise<Readonly<Record<string, Finding>>> {
  const findings = await look(url);
  expect(new Set(findings.map(({ check }) => check)).size).toBe(findings.length);
  expect(JSON.stringify(findings)).not.toContain('canary');
  return Object.fromEntries(findings.map((one) => [one.check, one]));
}

function withUser(url: string, user: string, password: string): string {
  const own = new URL(url);
  [own.username, own.password] = [user, password];
  return own.href;
}

/** Answers whatever comes first with a text, or by leaving; `null` says nothing at all. */
async function withStranger(answer: string | null, use: (host: string) => Promise<void>): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (answer !== null) socket.once('data', () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await use(`127.0.0.1:${(server.address() as AddressInfo).port}`).finally(() => server.close());
}

test.each([
  [{ redis_version: '6.0.16' }, 'Redis 6.0.16', true],
  [{ redis_version: '5.0.7' }, 'Redis 5.0.7', true],
  [{ redis_version: '6.2.0' }, 'Redis 6.2.0', false],
  [{ redis_version: '6.10.1' }, 'Redis 6.10.1', false],
  [{ redis_version: '7.0.15' }, 'Redis 7.0.15', false],
  [{ redis_version: '10.0.0' }, 'Redis 10.0.0', false],
  [{ redis_version: '7.2.4', server_name: 'valkey', valkey_version: '8.0.1' }, 'Valkey 8.0.1', false],
])('the version in %j is %s', (info, text, isOld) => {
  expect(versionOf(new Map(Object.entries(info)))).toEqual({ text, isOld });
});

test('a version that is not told is not made up', () => {
  expect(versionOf(new Map())).toBeNull();
});

describe('where no store is', () => {
  test('nobody listens', async () => {
    expect(await findingsAt('redis://user:canary@127.0.0.1:9')).toEqual({
      store: { check: 'store', state: 'wrong', text: '127.0.0.1:9 cannot be reached (ECONNREFUSED). Open the way to it (DNS, firewall), start it, or correct SHARED_MEMORY_URL.' },
    });
  });

  test('the host has no address, and the password would go there as it is', async () => {
    const { store, 'store TLS': way } = await findingsAt('redis://user:canary@store.invalid:6379');
    expect(store).toMatchObject({ state: 'wrong', text: expect.stringMatching(/^store\.invalid:6379 cannot be reached \(E\w+\)/) as string });
    expect(way).toMatchObject({ state: 'advice', text: expect.stringMatching(/^Nothing encrypts the way to store\.invalid:6379\..*rediss:\/\//) as string });
    expect(await findingsAt('rediss://user:canary@store.invalid:6379')).not.toHaveProperty('store TLS');
  });

  test.each<[string, string | null, RegExp]>([
    ['somebody is silent', null, /^No store answers at 127\.0\.0\.1:\d+ within 1 s: .*wants TLS/],
    ['somebody closes the connection', '', /^No store answers at 127\.0\.0\.1:\d+ within 1 s/],
    ['somebody speaks HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', /^No store answers at 127\.0\.0\.1:\d+ within 1 s/],
    ['a Redis is too old, and says what it was sent', "-ERR unknown command 'HELLO', with args beginning with: '3' 'AUTH' 'user' 'canary'\r\n", /^127\.0\.0\.1:\d+ is older than Redis 6\.2, which is needed, or Valkey\.$/],
    ['a Redis takes no more connections', '-ERR max number of clients reached canary\r\n', /^127\.0\.0\.1:\d+ refuses whoever connects \(ERR\)/],
  ])('%s', (_title, answer, text) =>
    withStranger(answer, async (host) => {
      expect(await findingsAt(`redis://user:canary@${host}`)).toEqual({ store: { check: 'store', state: 'wrong', text: expect.stringMatching(text) as string } });
    }));
});

describe.skipIf(!hasStore)('a store', () => {
  let store: TestStore;
  beforeAll(async () => {
    // One of its own, since it is changed.
    store = await startStore(['--appendonly', 'no']);
  });
  afterAll(() => store.close());

  test('that is well says so, what it is, and how far away, and is left as it was', async () => {
    const { store: answer, ...others } = await findingsAt(store.url);
    expect(answer?.text).toMatch(/^127\.0\.0\.1:\d+ answers as (Redis|Valkey) \d+\.\d+\.\d+, and a round trip takes [\d.]+ ms\./);
    expect(answer?.state).not.toBe('unknown');
    expect(others).toEqual({
      'store writes': { check: 'store writes', state: 'ok', text: 'It keeps what replicas share, and gives it back.' },
      'store memory': { check: 'store memory', state: 'advice', text: expect.stringMatching(/^Nothing bounds it\. Set maxmemory, and maxmemory-policy allkeys-lru/) as string },
    });
    expect(await store.names()).toEqual([]);
  });

  test('that is farther away than a request waits is no help', async () => {
    store.meet({ kind: 'slow', milliseconds: 60 });
    const { store: answer } = await findingsAt(store.url);
    store.meet({ kind: 'none' });
    expect(answer).toMatchObject({ state: 'wrong', text: expect.stringMatching(/a round trip takes \d+ ms\. No request waits for longer than 50 ms in sum.*nearer/) as string });
  });

  test.each<[Trouble]>([[{ kind: 'silent' }], [{ kind: 'closing' }]])('that is %j does not answer', async (trouble) => {
    store.meet(trouble);
    const { store: answer } = await findingsAt(store.url);
    store.meet({ kind: 'none' });
    expect(answer).toMatchObject({ state: 'wrong', text: expect.stringMatching(/^No store answers at/) as string });
  });

  test('without TLS where it should be, and with a certificate of nobody', async () => {
    const plain = await findingsAt(store.url.replace('redis:', 'rediss:'));
    expect(plain['store']).toMatchObject({ state: 'wrong', text: expect.stringMatching(/speaks no TLS|No TLS connection/) as string });
    const front = await startTlsFront(store.url, createCertificate({ names: ['127.0.0.1'] }));
    const untrusted = await findingsAt(front.urlFor().replace('https:', 'rediss:'));
    const unencrypted = await findingsAt(front.urlFor().replace('https:', 'redis:'));
    await front.close();
    expect(untrusted['store']).toMatchObject({ state: 'wrong', text: expect.stringMatching(/TLS certificate of 127.0.0.1:\d+ is signed by nobody.*NODE_EXTRA_CA_CERTS/) as string });
    expect(unencrypted['store']).toMatchObject({ state: 'wrong', text: expect.stringMatching(/wants TLS \(rediss:\/\/\)/) as string });
  });

  test.each([
    ['noeviction', 'advice', /^Once it holds 64 MB it takes nothing more.*allkeys-lru/],
    ['allkeys-lru', 'ok', /^It holds 64 MB at most, and makes room by allkeys-lru\.$/],
    ['volatile-ttl', 'ok', /^It holds 64 MB at most, and makes room by volatile-ttl\.$/],
  ])('that is bounded, with %s', async (policy, state, text) => {
    await store.send('CONFIG', 'SET', 'maxmemory', '64mb');
    await store.send('CONFIG', 'SET', 'maxmemory-policy', policy);
    const { 'store memory': room } = await findingsAt(store.url);
    await store.send('CONFIG', 'SET', 'maxmemory', '0');
    expect(room).toMatchObject({ state, text: expect.stringMatching(text) as string });
  });

  test('that is full', async () => {
    await store.send('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
    await store.send('CONFIG', 'SET', 'maxmemory', '1');
    const { 'store writes': writes } = await findingsAt(store.url);
    await store.send('CONFIG', 'SET', 'maxmemory', '0');
    expect(writes).toMatchObject({ state: 'wrong', text: expect.stringMatching(/^It is full: .*maxmemory-policy allkeys-lru/) as string });
  });

  test('that is a copy of another', async () => {
    await store.send('REPLICAOF', '127.0.0.1', '9');
    const { 'store writes': writes } = await findingsAt(store.url);
    await store.send('REPLICAOF', 'NO', 'ONE');
    expect(writes).toMatchObject({ state: 'wrong', text: expect.stringMatching(/can only be read\. Name the primary/) as string });
  });

  describe('with users', () => {
    const GRANT = /Grant it (.*) \(ACL SETUSER\)\.$/;

    test.each([
      ['that may next to nothing', ['+ping', '~*']],
      ['that may run no scripts', ['+@read', '+@write', '+time', '~*']],
      ['whose scripts may not write', ['+@scripting', '+@read', '+time', '~*']],
      ['that may not ask for the time', ['+@scripting', '+@read', '+@write', '~*']],
      ['that has other keys', ['+@all', '~elsewhere:*']],
    ])('%s', async (_title, rules) => {
      await store.send('ACL', 'SETUSER', 'user', 'reset', 'on', '>canary', ...rules);
      const { 'store writes': writes, store: answer } = await findingsAt(withUser(store.url, 'user', 'canary'));
      expect(answer?.text).toMatch(/^127\.0\.0\.1:\d+ answers/);
      expect(writes).toMatchObject({ state: 'wrong', text: expect.stringMatching(GRANT) as string });
    });

    test('whose rights are those that were asked for: what it may not say is left out', async () => {
      await store.send('ACL', 'SETUSER', 'user', 'reset', 'on', '>canary', '+ping');
      const refused = await findingsAt(withUser(store.url, 'user', 'canary'));
      const [, rules = ''] = GRANT.exec(refused['store writes']?.text ?? '') ?? [];
      await store.send('ACL', 'SETUSER', 'user', 'reset', 'on', '>canary', ...rules.split(' ').filter((rule) => rule !== 'and'));
      const { store: answer, ...others } = await findingsAt(withUser(store.url, 'user', 'canary'));
      expect(answer?.text).toMatch(/^127\.0\.0\.1:\d+ answers, and a round trip takes/);
      expect(others).toMatchObject({ 'store writes': { state: 'ok' } });
      expect(others).not.toHaveProperty('store memory');
    });
  });

  test('with a password: the right one, a wrong one, none, and no such database', async () => {
    await store.send('CONFIG', 'SET', 'requirepass', 'canary');
    const states: unknown[] = [];
    for (const url of [withUser(store.url, '', 'canary'), withUser(store.url, '', 'canary-wrong'), store.url, `${withUser(store.url, '', 'canary').replace(/\/$/, '')}/9999`]) {
      const { store: answer, 'store writes': writes } = await findingsAt(url);
      states.push([writes?.state, answer?.text.replace(/^127\.0\.0\.1:\d+ /, '').replace(/ as .*/, '')]);
    }
    await store.send('CONFIG', 'SET', 'requirepass', '');
    const refused = [undefined, 'does not let us in. Correct user and password in SHARED_MEMORY_URL.'];
    expect(states).toEqual([['ok', 'answers'], refused, refused, [undefined, 'has no database of the number that SHARED_MEMORY_URL ends with.']]);
  });

  test('is looked at by the doctor where it is configured, for people and machines', async () => {
    const environment = { AVEPOINT_PRODUCTS: 'salesforce', CURSOR_KEYS: key.toString('base64') };
    const { diagnosis, text } = await consult({ environment: { ...environment, SHARED_MEMORY_URL: store.url } });
    expect(diagnosis.findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['store', 'store writes', 'store memory']));
    expect(text).toMatch(/^ {2}store writes {2}ok {11}It keeps what replicas share/m);
    const away = await consult({ environment: { ...environment, SHARED_MEMORY_URL: 'redis://:canary@127.0.0.1:9' } });
    expect([away.exitCode, wrongs(away.diagnosis).map(({ check }) => check)]).toEqual([1, ['store']]);
    expect(away.text + JSON.stringify(away.diagnosis)).not.toContain('canary');
    const without = await consult({ environment });
    expect([without.exitCode, without.diagnosis.findings.some(({ check }) => check.startsWith('store'))]).toEqual([0, false]);
  });
});
