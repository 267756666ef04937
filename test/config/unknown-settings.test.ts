import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readConfig, settingNames } from '../../src/config.js';
import { ConfigError } from '../../src/errors.js';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('a name with a mistake in it', () => {
  test.each([
    ['AVEPOINT_REGOIN', 'AVEPOINT_REGION'],
    ['AVEPOINT_CLIENTID', 'AVEPOINT_CLIENT_ID'],
    ['AVEPOINT_SALESFORCE_TIMEFILTER', 'AVEPOINT_SALESFORCE_TIME_FILTER'],
    ['AUTH_JWKS_URI', 'AUTH_JWKS_URL'],
    ['LIMIT_COSTS', 'LIMIT_COST'],
  ])('%s is refused, and %s named', (name, meant) => {
    const faults = faultsOf({ [name]: 'the-value' });
    expect(faults).toEqual([`${name} is no setting: ${meant} is the nearest that there is.`]);
    expect(faultsOf({ [name]: '' })).toEqual([]);
  });

  test('is told beside other faults', () => {
    expect(faultsOf({ AVEPOINT_REGOIN: 'us', PORT: 'many' })).toHaveLength(2);
  });
});

test.each(['AVEPOINT_JOBS_SERVICE_HOST', 'AVEPOINT_JOBS_SERVICE_PORT', 'AVEPOINT_JOBS_SERVICE_PORT_HTTP', 'AUTH_PORT', 'AUTH_PORT_8080_TCP', 'LIMIT_PORT_53_UDP_ADDR'])('%s is of Kubernetes', (name) => {
  expect(faultsOf({ [name]: 'tcp://10.0.0.1:8080' })).toEqual([]);
});

test('what begins otherwise is not ours to judge', () => {
  expect(faultsOf({ AVEPOINTS: '1', AUTHOR: 'x', MY_LIMIT_X: '1', LIMITS: '2' })).toEqual([]);
});

describe('.env.example', () => {
  const values = new Map([...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

  test('has every setting and the proxies, and no other', () => {
    expect([...values.keys()].sort()).toEqual([...settingNames, 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].sort());
  });

  test('has values that can be set, together but for what excludes each other or names files', () => {
    const apart = [...values.keys()].filter((name) => /_FILE$|^AVEPOINT_SIMULATOR$|^AUTH_DISABLED$/.test(name));
    const together = Object.fromEntries([...values].filter(([name]) => !apart.includes(name)));
    // A key that everybody can read is none.
    const CURSOR_KEYS = randomBytes(32).toString('base64');
    expect(faultsOf({ ...together, CURSOR_KEYS, AVEPOINT_CLIENT_ID: 'id', AVEPOINT_CLIENT_SECRET: 'secret' })).toEqual([]);
    expect(faultsOf({ AVEPOINT_SIMULATOR: values.get('AVEPOINT_SIMULATOR') ?? '', AUTH_DISABLED: values.get('AUTH_DISABLED') ?? '' })).toEqual([]);
  });
});
