import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';

import { readConfig } from '../../src/config.js';
import { FINISH_MS } from '../../src/deadlines.js';
import { packageRoot } from '../../src/package-root.js';
import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
  readonly periodSeconds: number;
  readonly failureThreshold?: number;
}

interface Container {
  readonly ports: { readonly name: string; readonly containerPort: number }[];
  readonly env: { readonly name: string; readonly value: string }[];
  readonly volumeMounts: { readonly name: string; readonly mountPath: string }[];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly resources: { readonly limits: { readonly memory: string } };
}

interface Deployment {
  readonly spec: {
    readonly selector: { readonly matchLabels: object };
    readonly template: {
      readonly metadata: { readonly labels: object };
      readonly spec: { readonly terminationGracePeriodSeconds: number; readonly securityContext: { readonly runAsUser: number }; readonly containers: [Container]; readonly volumes: { readonly name: string }[] };
    };
  };
}

interface Service {
  readonly spec: { readonly selector: object; readonly ports: { readonly targetPort: string }[] };
}

const read = (name: string): string => readFileSync(join(packageRoot, name), 'utf8');
const deployment = parse(read('examples/kubernetes/deployment.yaml')) as Deployment;
const service = parse(read('examples/kubernetes/service.yaml')) as Service;
const pod = deployment.spec.template.spec;
const [container] = pod.containers;
const { startupProbe, livenessProbe, readinessProbe } = container;
const settings = new Map(container.env.map(({ name, value }) => [name, value]));
const dockerfile = read('Dockerfile');

let world: World;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
});
afterAll(() => world.close());

test.each([
  ['/health/live', { startupProbe, livenessProbe }],
  ['/health/ready', { readinessProbe }],
])('%s is what %j ask for, and answers', async (path, probes) => {
  expect(Object.values(probes).map(({ httpGet }) => httpGet)).toEqual(Object.values(probes).map(() => ({ path, port: 'http' })));
  expect((await fetch(world.url + path)).status).toBe(200);
});

test('a pod has the time that the server takes to stop, and is out of the service before it refuses', () => {
  const drainSeconds = Number(settings.get('DRAIN_SECONDS'));
  expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(drainSeconds * 1000 + FINISH_MS);
  expect(pod.terminationGracePeriodSeconds).toBe(drainSeconds + 30);
  expect(drainSeconds).toBeGreaterThan(readinessProbe.periodSeconds * (readinessProbe.failureThreshold ?? 3));
});

test('service, deployment and image agree', () => {
  expect(deployment.spec.selector.matchLabels).toEqual(deployment.spec.template.metadata.labels);
  expect(service.spec.selector).toEqual(deployment.spec.template.metadata.labels);
  expect(service.spec.ports.map(({ targetPort }) => targetPort)).toEqual(container.ports.map(({ name }) => name));
  expect(dockerfile).toContain(`PORT=${container.ports[0]?.containerPort} `);
  expect(dockerfile).toContain(`USER ${pod.securityContext.runAsUser}:`);
  const [, heap] = /--max-old-space-size=(\d+)/.exec(dockerfile) ?? [];
  expect(Number.parseInt(container.resources.limits.memory)).toBeGreaterThanOrEqual(1.5 * Number(heap));
});

test('the server takes its settings, with the two secrets', () => {
  const [mount] = container.volumeMounts;
  expect(settings.get('AUTH_API_KEYS_FILE')).toBe(`${mount?.mountPath}/keys.yaml`);
  expect(pod.volumes.map(({ name }) => name)).toContain(mount?.name);
  const image = Object.fromEntries([...dockerfile.matchAll(/(NODE_ENV|HOST|PORT)=(\S+)/g)].map(([, name = '', value = '']) => [name, value] as const));
  const secrets = { AVEPOINT_CLIENT_ID: 'id', AVEPOINT_CLIENT_SECRET: 'secret', CURSOR_KEYS: randomBytes(32).toString('base64') };
  const config = readConfig({ ...image, ...Object.fromEntries(settings), ...secrets, AUTH_API_KEYS_FILE: writeKeyFile([{ name: 'dashboard', key: 'key', rights: ['*'] }]) });
  expect(config).toMatchObject({ host: '0.0.0.0', port: 4000, drainMs: Number(settings.get('DRAIN_SECONDS')) * 1000, tenants: [{ credentials: { clientId: 'id' } }] });
});
