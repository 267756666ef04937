import { rmSync } from 'node:fs';

import type { JWTPayload } from 'jose';
import { beforeAll, expect, test } from 'vitest';

import { ask, bearer } from '../support/ask.js';
import { build, runBuilt } from '../support/built-server.js';
import { withBuilt } from '../support/built-world.js';
import { startIssuer } from '../support/issuer.js';
import { sha256, writeKeyFile, writeText } from '../support/key-file.js';
import { connectTo, getText, operationText, readAll } from '../support/raw-requests.js';

beforeAll(build);

test.concurrent('a key file that would let everybody in, or nobody, is refused at start', async () => {
  const entry = { name: 'one', sha256: sha256('one'), rights: ['*'] };
  const faults: [object, RegExp][] = [
    [{ ...entry, sha256: sha256('') }, /keys\.0\.sha256 is the digest of nothing/],
    [{ ...entry, rights: ['cotoso/salesforce'] }, /keys\.0\.rights\.0 .*AVEPOINT_TENANT/],
  ];
  for (const [key, fault] of faults) {
    const AUTH_API_KEYS_FILE = writeText(JSON.stringify({ keys: [key] }));
    expect(await runBuilt({ AUTH_API_KEYS_FILE })).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(fault) as unknown });
  }
});

test.concurrent('an empty key and a subject that is no name let nobody in; the file is read once', async () => {
  const issuer = await startIssuer();
  const AUTH_API_KEYS_FILE = writeKeyFile([{ name: 'one', key: 'one', rights: ['*'] }]);
  await withBuilt({ environment: { ...issuer.environment, AUTH_API_KEYS_FILE } }, async (world) => {
    rmSync(AUTH_API_KEYS_FILE);
    const statusOf = async (headers: Record<string, string>): Promise<number> => (await ask(world, '{ jobSources { id } }', headers)).status;
    for (const key of ['', ' ']) expect(await statusOf({ 'x-api-key': key })).toBe(401);
    for (const sub of ['', 7, ['one'], null, undefined]) expect(await statusOf(bearer(await issuer.sign({ sub } as JWTPayload)))).toBe(401);
    expect(await statusOf({ 'x-api-key': 'one' })).toBe(200);
    expect(await statusOf(bearer(await issuer.sign()))).toBe(200);
  });
  await issuer.close();
});

test.concurrent('without callers every path is for loopback names alone; and a duration is ten years at most', () =>
  withBuilt({}, async (world) => {
    const closing = (text: string): string => text.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    const statusOf = async (text: string): Promise<number> => {
      const socket = connectTo(world.url);
      socket.write(closing(text));
      return Number(/^HTTP\/1\.1 (\d+)/.exec(await readAll(socket))?.[1]);
    };
    const paths = ['/', '/assets/any.js', '/dashboard', '/dashboard/', '/health/live', '/health/ready', '/graphql?query=%7B__typename%7D', '/nothing', '/%zz'];
    for (const path of paths) expect([path, await statusOf(getText(path, 'evil.example'))]).toEqual([path, 403]);
    expect(await statusOf(operationText('{ __typename }', { host: 'evil.example' }))).toBe(403);
    for (const host of ['localhost', new URL(world.url).host, '[::1]']) expect([host, await statusOf(getText('/health/ready', host))]).toEqual([host, 200]);

    for (const last of ['P104249991D', 'P3654D', 'PT9999999999999999H']) {
      const { errors } = await world.query('query ($last: Duration!) { jobs(window: { last: $last }) { isComplete } }', { last });
      expect([last, errors?.map(({ extensions }) => extensions['code'])]).toEqual([last, ['BAD_USER_INPUT']]);
    }
    expect(world.simulator.calls).toEqual([]);
    expect(await world.query('{ jobs(window: { last: "P3653D" }) { isComplete } }')).toEqual({ data: { jobs: { isComplete: true } } });
  }));
