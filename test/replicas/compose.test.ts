import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { startSimulator } from '../../simulator/index.js';
import { readConfig } from '../../src/config.js';
import { FINISH_MS } from '../../src/deadlines.js';
import { packageRoot } from '../../src/package-root.js';
import { hasStore, startStore } from '../support/store.js';

interface Replica {
  readonly image: string;
  readonly network_mode: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stop_grace_period: string;
}

interface Compose {
  readonly services: Readonly<Record<'replica-1' | 'replica-2' | 'replica-3', Replica>> & {
    readonly balancer: { readonly environment: Readonly<Record<string, string>>; readonly volumes: readonly string[]; readonly depends_on: Readonly<Record<string, object>>; readonly ports: readonly string[] };
    readonly store: { readonly command: readonly string[] };
    readonly simulator: { readonly command: readonly string[]; readonly build: { readonly target: string } };
  };
}

const read = (name: string): string => readFileSync(join(packageRoot, name), 'utf8');
const { services } = parse(read('examples/replicas/compose.yaml'), { merge: true }) as Compose;
const { balancer, store, simulator } = services;
const replicas = [services['replica-1'], services['replica-2'], services['replica-3']];
const key = randomBytes(32).toString('base64');
const settingsOf = ({ environment }: Replica): Record<string, string> => Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.replace(/^\$\{CURSOR_KEYS:\?.*\}$/, key)]));

test('replicas differ in their ports alone, and have the time that they take to stop', () => {
  expect(replicas.map(({ environment }) => environment['PORT'])).toEqual(['4001', '4002', '4003']);
  expect(replicas.map((replica) => ({ ...replica, environment: { ...replica.environment, PORT: '' } }))).toEqual(replicas.map(() => ({ ...replicas[0], environment: { ...replicas[0]?.environment, PORT: '' } })));
  for (const { stop_grace_period } of replicas) expect(Number.parseFloat(stop_grace_period) * 1000).toBeGreaterThan(FINISH_MS + 500);
});

test('the server takes their settings, which lead to the simulator and to the store', async () => {
  const [, , , port] = simulator.command;
  const real = await startSimulator({ jobsPerProduct: 1 });
  await real.close();
  const upstream = { AVEPOINT_GRAPH_URL: `http://127.0.0.1:${port}`, AVEPOINT_IDENTITY_URL: `http://127.0.0.1:${port}${new URL(real.identityUrl).pathname}` };
  for (const replica of replicas) {
    expect(replica.network_mode).toBe('service:simulator');
    const config = readConfig({ NODE_ENV: 'production', HOST: '0.0.0.0', ...settingsOf(replica) });
    expect(config).toMatchObject({ sharedMemory: { url: 'redis://store:6379' }, cursorKeys: [Buffer.from(key, 'base64')], access: { isOpen: true } });
    expect(config.tenants).toMatchObject([{ credentials: { clientId: real.clientId, clientSecret: real.clientSecret } }]);
    expect(replica.environment).toMatchObject(upstream);
  }
});

test('the balancer fills in all that its template leaves open, and finds every replica once it is healthy', () => {
  const [template = '', target] = (balancer.volumes[0] ?? '').split(':');
  const names = [...read(join('examples/replicas', template)).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  expect(names.sort()).toEqual(Object.keys(balancer.environment).sort());
  expect(target).toMatch(/^\/etc\/nginx\/templates\/.*\.conf\.template$/);
  expect([1, 2, 3].map((number) => balancer.environment[`REPLICA_${number}`])).toEqual(replicas.map(({ environment }) => `simulator:${environment['PORT']}`));
  expect(balancer.depends_on).toEqual(Object.fromEntries([1, 2, 3].map((number) => [`replica-${number}`, { condition: 'service_healthy' }])));
  expect(balancer.ports).toEqual([`127.0.0.1:4000:${balancer.environment['LISTEN']}`]);
});

test('the simulator is started from what the image is built from', () => {
  expect(read('Dockerfile')).toMatch(new RegExp(`^FROM \\S+ AS ${simulator.build.target}$`, 'm'));
  expect(simulator.command.slice(0, 2)).toEqual(['node', 'dist/simulator/main.js']);
});

test.skipIf(!hasStore)('a store takes its arguments: it keeps nothing on disk, and forgets where it is full', async () => {
  const [, ...settings] = store.command;
  const own = await startStore(settings);
  const answers = [];
  for (const name of ['save', 'appendonly', 'maxmemory', 'maxmemory-policy']) answers.push(...Object.values((await own.send('CONFIG', 'GET', name)) as Record<string, Buffer>).map(String));
  await own.close();
  expect(answers).toEqual(['', 'no', String(64 * 1024 * 1024), 'allkeys-lru']);
});
