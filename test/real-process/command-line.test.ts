import { readFileSync } from 'node:fs';

import { beforeAll, expect, test } from 'vitest';

import { build, runBuilt } from '../support/built-server.js';

beforeAll(build, 120_000);

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test.concurrent.each([
  [['--help'], /^Usage: avepoint-jobs-graphql/],
  [['doctor', '--help'], /^Usage: avepoint-jobs-graphql/],
  [['--version'], new RegExp(`^${version.replaceAll('.', '\\.')}\\n$`)],
])('%j says so on standard output and ends with 0, whatever the settings are', async (args, said) => {
  expect(await runBuilt({ PORT: 'many' }, ...args)).toEqual({ code: 0, stdout: expect.stringMatching(said) as unknown, stderr: '' });
});

test.concurrent('what is none of these is refused', async () => {
  expect(await runBuilt({}, '--verison')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^Usage:/) as unknown });
});

test.concurrent('a setting with a mistake in its name ends the start', async () => {
  expect(await runBuilt({ AVEPOINT_CLIENT_SECRETS: 'secret' })).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/AVEPOINT_CLIENT_SECRETS is no setting: AVEPOINT_CLIENT_SECRET is/) as unknown });
});
