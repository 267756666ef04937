import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readConfig } from '../../src/config.js';
import { ConfigError } from '../../src/errors.js';
import { currentSeats } from '../products/index.js';
import { ask, bearer } from '../support/ask.js';
import { build, runBuilt } from '../support/built-server.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { sha256, writeKeyFile, writeText } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

describe('API keys and tokens at once', () => {
  let issuer: Issuer;
  let world: World;
  beforeAll(async () => {
    issuer = await startIssuer();
    const file = writeKeyFile([{ name: 'nightly', key: 'the-nightly-key', rights: ['*'] }, { name: 'report', key: 'the-report-key', rights: ['default/salesforce'] }]);
    world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { ...issuer.environment, AUTH_API_KEYS_FILE: file } });
  });
  afterAll(() => Promise.all([world.close(), issuer.close()]));

  const sources = async (headers: Record<string, string>): Promise<unknown> => {
    const { status, data } = await ask<{ jobSources: { id: string }[] }>(world, '{ jobSources { id } }', headers);
    return status === 200 ? data?.jobSources.map(({ id }) => id) : status;
  };

  test('each caller sees the sources of its rights', async () => {
    expect(await sources({ 'x-api-key': 'the-nightly-key' })).toEqual(currentSeats.map(({ sourceId }) => sourceId));
    expect(await sources({ 'x-api-key': 'the-report-key' })).toEqual(['default/us/salesforce']);
    expect(await sources(bearer(await issuer.sign({ scope: 'jobs:default/iaas-paas jobs:*/salesforce' })))).toEqual(['default/us/iaas-paas', 'default/us/salesforce']);
  });

  test.each([['none', {}], ['another', { 'x-api-key': 'a-key' }], ['the digest itself', { 'x-api-key': sha256('the-nightly-key') }], ['a longer one', { 'x-api-key': 'the-nightly-key2' }], ['two in one', { 'x-api-key': 'the-nightly-key, the-report-key' }], ['in the wrong header', bearer('the-nightly-key')], ['nothing', { 'x-api-key': '' }], ['blanks', { 'x-api-key': '  ' }]])(
    'nobody comes in with %s',
    async (_title, headers) => {
      expect(await sources(headers)).toBe(401);
    },
  );

  test('the log names the caller, and neither key nor digest', async () => {
    await ask(world, 'query Who { jobSources { id } }', { 'x-api-key': 'the-report-key' });
    expect(world.log.at(-1)).toMatchObject({ msg: 'operation', operation: 'Who', caller: 'key:report' });
    expect(JSON.stringify(world.log)).not.toMatch(/the-report-key|the-nightly-key/);
    expect(JSON.stringify(world.log)).not.toContain(sha256('the-report-key'));
  });

  test('health is for everyone, and names no source', async () => {
    const health = (await fetch(`${world.url}/health/ready`).then((response) => response.json())) as { sources: object[] };
    expect(health.sources.map((source) => Object.keys(source))).toEqual(currentSeats.map(() => ['state']));
  });
});

/** Opening it waits for somebody who writes, and nobody does. */
function fifo(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys.yaml');
  execFileSync('mkfifo', [path]);
  return path;
}

describe('the command of docs/access.md makes the digest of a key', () => {
  const page = readFileSync(new URL('../../docs/access.md', import.meta.url), 'utf8');
  const command = /^key=\$\(openssl rand -hex 32\); (.*?) +#/m.exec(page)?.[1] ?? '';
  const run = (shell: string, key: string | undefined) => spawnSync(shell, ['-c', command], { encoding: 'utf8', env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...(key !== undefined && { key }) } });

  test.each(['sh', 'bash'])('in %s', (shell) => {
    expect(run(shell, 'a-key').stdout).toMatch(new RegExp(`^${sha256('a-key')}\\b`));
    for (const key of [undefined, '']) {
      const { status, stdout } = run(shell, key);
      expect([status === 0, stdout]).toEqual([false, '']);
    }
  });
});

beforeAll(build, 120_000);

test.each(['AUTH_API_KEYS_FILE', 'AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE'])('a start does not hang at a pipe that %s names', async (setting) => {
  const { code, stderr } = await runBuilt({ AVEPOINT_CLIENT_ID: 'x', AVEPOINT_CLIENT_CERTIFICATE_FILE: '/dev/zero', AVEPOINT_CLIENT_KEY_FILE: '/dev/zero', [setting]: fifo() });
  expect([code, stderr]).toEqual([1, expect.stringContaining(`- ${setting} names a file that cannot be read: it is not a regular one.`)]);
});

describe('a file of keys that is wrong is a fault that names the setting, the place and the rule', () => {
  const secret = 'canary-of-the-file';
  const entry = { name: 'one', sha256: sha256('one'), rights: ['*'] };
  const faultsOf = (file: string): readonly string[] => {
    try {
      readConfig({ AUTH_API_KEYS_FILE: file });
      return [];
    } catch (error) {
      return error instanceof ConfigError ? error.faults : [String(error)];
    }
  };

  test.each([
    ['not there', '/nowhere/keys.yaml', /cannot be read/],
    ['a pipe', fifo(), /not a regular one/],
    ['a device', '/dev/zero', /not a regular one/],
    ['a folder', tmpdir(), /cannot be read \(EISDIR\)/],
    ['endless', writeText('#'.repeat(1024 * 1024 + 1)), /more than 1 MB/],
    ['the digest of nothing', writeText(JSON.stringify({ keys: [{ ...entry, sha256: sha256('').toUpperCase() }] })), /keys\.0\.sha256 is the digest of nothing/],
    ['the digest of a line break', writeText(JSON.stringify({ keys: [{ ...entry, sha256: sha256('\n') }] })), /keys\.0\.sha256 is the digest of nothing/],
    ['not YAML', writeText(`keys: [${secret}`), /not YAML/],
    ['an alias bomb', writeText(`a: &a [${secret}]\nkeys: [*a, *a]`), /not YAML/],
    ['empty', writeText(''), /`keys`/],
    ['without keys', writeText('keys: []'), /names no key/],
    ['a key in plain text', writeText(JSON.stringify({ keys: [{ ...entry, sha256: secret }] })), /keys\.0\.sha256 .*SHA-256/],
    ['a right that is none', writeText(JSON.stringify({ keys: [{ ...entry, rights: [`*/${secret}`] }] })), /keys\.0\.rights\.0 .*tenant\/product/],
    ['a tenant that there is not', writeText(JSON.stringify({ keys: [entry, { ...entry, name: 'two', sha256: sha256('two'), rights: ['default/*', `${secret}/salesforce`] }] })), /keys\.1\.rights\.1 .*AVEPOINT_TENANT/],
    ['no rights', writeText(JSON.stringify({ keys: [{ ...entry, rights: [] }] })), /keys\.0\.rights names no right/],
    ['a word too much', writeText(JSON.stringify({ keys: [{ ...entry, [secret]: true }] })), /keys\.0 takes/],
    ['the same name twice', writeText(JSON.stringify({ keys: [entry, { ...entry, sha256: sha256('two') }] })), /same name/],
    ['the same key twice', writeText(JSON.stringify({ keys: [entry, { ...entry, name: 'two' }] })), /same sha256/],
  ])('%s', (_title, file, fault) => {
    const faults = faultsOf(file);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^AUTH_API_KEYS_FILE /);
    expect(faults[0]).toMatch(fault);
    expect(faults.join()).not.toContain(secret);
  });

  test('a tenant is known by its setting', () => {
    const file = writeText(JSON.stringify({ keys: [{ ...entry, rights: ['contoso', '*/salesforce'] }] }));
    expect(readConfig({ AUTH_API_KEYS_FILE: file, AVEPOINT_TENANT: 'contoso' }).access.apiKeys).toHaveLength(1);
  });

  test('all of them at once', () => {
    expect(faultsOf(writeText(JSON.stringify({ keys: [{ ...entry, sha256: 'x' }, { ...entry, name: 'two', rights: ['a b'] }] })))).toHaveLength(2);
  });
});
