import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { createScript, createStore, type Store } from '../../src/shared-memory/store.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';

const keep = createScript(`return redis.call('SET', KEYS[1], ARGV[1], 'PX', 60000).ok`, (answer) => (answer instanceof Uint8Array ? answer.toString() : null));
const get = createScript(`return redis.call('GET', KEYS[1])`, (answer) => (answer instanceof Uint8Array ? Buffer.from(answer) : null));
const NAME = 'avepoint-jobs-graphql:test';

describe.skipIf(!hasStore)('a store', () => {
  let behind: TestStore;
  let store: Store;
  let changes: boolean[];
  beforeAll(async () => {
    behind = await startStore();
  });
  afterAll(() => behind.close());
  afterEach(async () => {
    await store.close();
    behind.meet({ kind: 'none' });
    await behind.flush();
  });

  async function start(patienceMs = 5000): Promise<void> {
    changes = [];
    store = await createStore({ url: behind.url, patienceMs }, 'avepoint-jobs-graphql:probe', (isUp) => changes.push(isUp));
  }
  const run = <T>(script: Parameters<typeof store.run<T>>[0], ...values: Uint8Array[]): Promise<T | null> => store.run(script, [NAME], values, store.createPatience());

  test('is there when it is given, and takes and gives bytes as they are', async () => {
    await start();
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    expect(await run(get)).toBeNull();
    expect(await run(keep, bytes)).toBe('OK');
    expect(await run(get)).toEqual(bytes);
    expect(changes).toEqual([true]);
  });

  test('is asked the same after it has forgotten all scripts', async () => {
    await start();
    await run(keep, Buffer.from('1'));
    await behind.send('SCRIPT', 'FLUSH');
    expect(await run(get)).toEqual(Buffer.from('1'));
  });

  test('that refuses a command is not away, and what it holds of another type is absent', async () => {
    await start();
    await behind.send('LPUSH', NAME, 'a list');
    expect(await run(get)).toBeNull();
    await behind.send('DEL', NAME);
    expect(await run(keep, Buffer.from('1'))).toBe('OK');
    expect(changes).toEqual([true]);
  });

  test('whose connections are cut is back with the next look, and each change is told once', async () => {
    await start();
    behind.cut();
    await expect.poll(() => changes).toEqual([true, false, true]);
    expect(await run(keep, Buffer.from('1'))).toBe('OK');
  });

  test('that is not there is looked for until it is', async () => {
    behind.meet({ kind: 'closing' });
    await start();
    expect([store.isUp(), await run(get)]).toEqual([false, null]);
    behind.meet({ kind: 'none' });
    await expect.poll(() => changes).toEqual([true]);
    expect(await run(keep, Buffer.from('1'))).toBe('OK');
  });

  test.each([{ kind: 'silent' }, { kind: 'slow', milliseconds: 300 }] as const)('that is $kind is left alone after the next look, and used again once it is well', async (trouble) => {
    await start(100);
    behind.meet(trouble);
    expect(await run(get)).toBeNull();
    await expect.poll(() => store.isUp()).toBe(false);
    behind.meet({ kind: 'none' });
    await expect.poll(() => store.isUp()).toBe(true);
  });

  test('that takes connections and closes them, with a client that believes it is connected, is left alone', async () => {
    await start();
    behind.meet({ kind: 'closing' });
    behind.cut();
    await expect.poll(() => changes).toEqual([true, false]);
    await sleep(1500);
    expect([changes, await run(get)]).toEqual([[true, false], null]);
  });

  test('gives what is there in no more time than a request has', async () => {
    await start(100);
    behind.meet({ kind: 'silent' });
    const patience = store.createPatience();
    const answers = await Promise.all(Array.from({ length: 20 }, () => store.run(get, [NAME], [], patience)));
    expect(answers.every((answer) => answer === null)).toBe(true);
    expect(await store.run(get, [NAME], [], patience)).toBeNull();
  });

  test('that is full keeps what it has', async () => {
    const full = await startStore(['--maxmemory-policy', 'noeviction']);
    try {
      changes = [];
      store = await createStore({ url: full.url, patienceMs: 5000 }, 'avepoint-jobs-graphql:probe', (isUp) => changes.push(isUp));
      await run(keep, Buffer.from('1'));
      await full.send('CONFIG', 'SET', 'maxmemory', '1');
      expect(await run(keep, Buffer.from('2'))).toBeNull();
      await sleep(2500);
      expect([await run(get), changes]).toEqual([Buffer.from('1'), [true]]);
      await store.close();
    } finally {
      await full.close();
    }
  });

  test('of a wrong password is away, and no failure of it gets out', async () => {
    changes = [];
    const wrong = new URL(behind.url);
    [wrong.username, wrong.password] = ['nobody', 'wrong'];
    store = await createStore({ url: wrong.href, patienceMs: 5000 }, 'avepoint-jobs-graphql:probe', (isUp) => changes.push(isUp));
    expect([store.isUp(), changes]).toEqual([false, []]);
  });
});
