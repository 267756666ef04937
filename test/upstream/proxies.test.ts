import { EventEmitter } from 'node:events';

import fc from 'fast-check';
import { EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { expect, test } from 'vitest';

import { readConfig } from '../../src/config.js';
import { ConfigError } from '../../src/errors.js';
import { createFindProxy } from '../../src/upstream/proxies.js';

/** Asks undici's own agent which way it goes: what it would send by is made here, and told apart by how it connects. */
function isProxiedByUndici(environment: { readonly httpProxy: string; readonly httpsProxy: string; readonly noProxy: string }, target: URL): boolean {
  let isProxied: boolean | null = null;
  const agent = new EnvHttpProxyAgent({
    ...environment,
    factory: (_origin: unknown, options: { readonly connect?: unknown }) => {
      isProxied = typeof options.connect === 'function';
      return Object.assign(new EventEmitter(), { dispatch: () => true }) as unknown as Dispatcher;
    },
  });
  agent.dispatch({ origin: target.origin, path: '/', method: 'GET' }, {});
  return isProxied ?? expect.fail('nobody was asked');
}

const host = fc.constantFrom('a.example.com', 'example.com', 'example.com.au', 'notexample.com', 'localhost', '127.0.0.1', '10.0.0.1', '[::1]', 'EXAMPLE.com');
const port = fc.constantFrom('', ':443', ':80', ':8443');
const entry = fc.oneof(
  fc.constantFrom('*', '.example.com', '*.example.com', 'example.com', 'Example.COM:8443', 'com:443', '[::1]', '[::1]:8443', '127.0.0.1', '::1', '.', '', ':80', '*.', 'localhost:0'),
  fc.string({ unit: fc.constantFrom('a', '.', ':', '8', '*', 'm', '['), maxLength: 6 }),
);
const noProxy = fc.tuple(fc.array(entry, { maxLength: 4 }), fc.constantFrom(',', ' ', ', ', '\n')).map(([entries, between]) => entries.join(between));
const proxy = fc.constantFrom('', 'http://proxy.test:3128', 'https://user:secret@proxy.test');

test('whether a proxy is on the way is decided as by undici', () => {
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), host, port, noProxy, proxy, proxy, (scheme, name, at, exceptions, http, https) => {
      const target = new URL(`${scheme}://${name}${at}/`);
      const { proxies } = readConfig({ HTTP_PROXY: http, HTTPS_PROXY: https, NO_PROXY: exceptions });
      const found = createFindProxy(proxies)(target);
      expect(found !== null).toBe(isProxiedByUndici({ httpProxy: http, httpsProxy: https, noProxy: exceptions }, target));
      if (found !== null) expect(found.href).toBe(new URL(scheme === 'https' && https !== '' ? https : http).href);
    }),
    { numRuns: 300 },
  );
});

test.each<[Record<string, string>, { http: string | null; https: string | null; noProxy: string }]>([
  [{}, { http: null, https: null, noProxy: '' }],
  [{ HTTP_PROXY: 'http://upper', http_proxy: 'http://lower' }, { http: 'http://lower/', https: null, noProxy: '' }],
  [{ HTTPS_PROXY: 'http://upper:1', NO_PROXY: 'a', no_proxy: 'b' }, { http: null, https: 'http://upper:1/', noProxy: 'b' }],
  [{ HTTPS_PROXY: 'http://upper', https_proxy: '', NO_PROXY: 'a', no_proxy: '' }, { http: null, https: null, noProxy: '' }],
])('lower case counts first, also where it is empty: %j', (environment, { http, https, noProxy: exceptions }) => {
  const { proxies } = readConfig(environment);
  expect([proxies.http?.href ?? null, proxies.https?.href ?? null, proxies.noProxy]).toEqual([http, https, exceptions]);
});

test.each([
  ['HTTPS_PROXY', 'canary.example:3128'],
  ['HTTPS_PROXY', 'canary'],
  ['https_proxy', 'ftp://canary.example'],
  ['HTTP_PROXY', 'socks5://canary.example:1080'],
  ['http_proxy', 'http://user:100%canary@proxy.example'],
  ['HTTP_PROXY', 'http://'],
])('%s=%s is a fault at start that does not show it', (name, value) => {
  const read = (): unknown => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`\\b${name} `));
  expect(read).not.toThrow(/canary/);
});
