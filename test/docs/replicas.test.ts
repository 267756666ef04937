import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createClient } from '@redis/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';
import { startWorld } from '../support/world.js';

const page = readFileSync(join(packageRoot, 'docs/operations.md'), 'utf8');
/** Words, and what stands in quotes. */
const wordsOf = (line = ''): string[] => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
const [, storeArguments] = /^valkey-server (.*)$/m.exec(page) ?? [];
const [rule] = /ACL SETUSER replicas .*/.exec(page) ?? [];

describe.skipIf(!hasStore)('the store that docs/operations.md shows', () => {
  let store: TestStore;
  let url: string;
  beforeAll(async () => {
    store = await startStore(wordsOf(storeArguments));
    await store.send(...wordsOf(rule));
    const own = new URL(store.url);
    [own.username, own.password] = ['replicas', 'password'];
    url = own.href;
  });
  afterAll(() => store.close());

  test('starts with the arguments that are given', async () => {
    expect(wordsOf(storeArguments)).toContain('allkeys-lru');
    expect(Object.values((await store.send('CONFIG', 'GET', 'save')) as Record<string, Buffer>).map(String)).toEqual(['']);
  });

  test('lets its user do all that replicas do', async () => {
    const world = await startWorld({ environment: { SHARED_MEMORY_URL: url, CURSOR_KEYS: randomBytes(32).toString('base64'), AVEPOINT_CALLS_PER_SECOND: '100' } });
    const query = '{ jobs(first: 50) { nodes { jobId } isComplete } }';
    const answers = [await world.query<{ jobs: { isComplete: boolean } }>(query), await world.query<{ jobs: { isComplete: boolean } }>(query)];
    await world.close();
    expect(answers.map(({ data }) => data?.jobs.isComplete)).toEqual([true, true]);
    expect(world.log.map(({ msg }) => String(msg)).filter((text) => text.includes('shared memory'))).toEqual(['The shared memory answers.']);
    expect(await store.names()).not.toEqual([]);
    // Everything that it was refused.
    expect(await store.send('ACL', 'LOG')).toEqual([]);
  });

  test('refuses its user what replicas do not do', async () => {
    const client = createClient({ url });
    client.on('error', () => undefined);
    await client.connect();
    const refused = [['FLUSHALL'], ['KEYS', '*'], ['CONFIG', 'GET', '*'], ['GET', 'another'], ['EVAL', "return redis.call('GET', KEYS[1])", '1', 'another']];
    for (const command of refused) await expect(client.sendCommand(command), command.join(' ')).rejects.toThrow(/permission/i);
    client.destroy();
  });
});
