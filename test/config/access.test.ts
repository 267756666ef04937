import { describe, expect, test } from 'vitest';

import { readConfig } from '../../src/config.js';
import { ConfigError } from '../../src/errors.js';
import { writeKeyFile } from '../support/key-file.js';

type Environment = Readonly<Record<string, string | undefined>>;

const tokens = { AUTH_ISSUER: 'https://login.example.com/', AUTH_AUDIENCE: 'api://jobs', AUTH_JWKS_URL: 'https://login.example.com/keys?v=2' };
const file = writeKeyFile([{ name: 'one', key: 'one', rights: ['*'] }]);

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('without callers', () => {
  test('only this machine may ask', () => {
    expect(readConfig({}).access).toMatchObject({ isOpen: true, isLoopbackOnly: true, tokens: null, apiKeys: [] });
  });

  test.each(['127.0.0.1', 'localhost', '::1', '127.8.8.8'])('HOST may be %s', (HOST) => expect(faultsOf({ HOST })).toEqual([]));

  test.each(['0.0.0.0', '::', '10.0.0.1', 'jobs.example.com', '::ffff:127.0.0.1', '127.0.0.1.example.com'])('HOST may not be %s', (HOST) => {
    const faults = faultsOf({ HOST });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^HOST .*AUTH_ISSUER.*AUTH_API_KEYS_FILE.*AUTH_DISABLED/);
    expect(faults[0]).not.toContain(HOST);
    expect(faultsOf({ HOST, AUTH_API_KEYS_FILE: file })).toEqual([]);
    expect(faultsOf({ HOST, ...tokens })).toEqual([]);
    expect(faultsOf({ HOST, AUTH_DISABLED: '1' })).toEqual([]);
  });

  test('AUTH_DISABLED opens the server to any name', () => {
    expect(readConfig({ AUTH_DISABLED: '1' }).access).toMatchObject({ isOpen: true, isLoopbackOnly: false });
    expect(faultsOf({ AUTH_DISABLED: 'yes' })).toEqual(['AUTH_DISABLED is `1` or not set.']);
  });
});

describe('with callers', () => {
  test('nobody else may ask', () => {
    expect(readConfig(tokens).access).toMatchObject({ isOpen: false, isLoopbackOnly: false });
    expect(readConfig({ AUTH_API_KEYS_FILE: file }).access).toMatchObject({ isOpen: false, apiKeys: [{ name: 'one' }] });
    expect(readConfig({ ...tokens, AUTH_API_KEYS_FILE: file }).access.isOpen).toBe(false);
  });

  test.each(Object.keys(tokens))('half of what tokens need is a fault: without %s', (name) => {
    const faults = faultsOf({ ...tokens, [name]: undefined });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${name} is missing`);
  });

  test('both ways at once cannot be meant', () => expect(faultsOf({ ...tokens, AUTH_DISABLED: '1' })).toEqual([expect.stringContaining('AUTH_DISABLED is set beside callers')]));
  test('keys travel encrypted', () => expect(faultsOf({ ...tokens, AUTH_JWKS_URL: 'http://login.example.com/keys' })).toEqual([expect.stringMatching(/^AUTH_JWKS_URL .*https/)]));
});

test('limits have defaults, and every fault is reported at once', () => {
  expect(readConfig({}).limits).toEqual({ tokens: 1000, bodyBytes: 102_400, depth: 10, aliases: 50, selections: 1000, cost: 1000, rows: 4000, costPerMinute: 3000, operations: 100, requestMs: 15_000, sendMs: 30_000 });
  expect(faultsOf({ LIMIT_TOKENS: '0', LIMIT_DEPTH: 'deep', CORS_ORIGINS: 'https://a.example.com/', INTROSPECTION: 'yes', PAGE: 'no', HOST: '0.0.0.0' }).map((fault) => fault.split(' ')[0]).sort()).toEqual([
    'CORS_ORIGINS', 'HOST', 'INTROSPECTION', 'LIMIT_DEPTH', 'LIMIT_TOKENS', 'PAGE',
  ]);
});
