import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { parse } from 'yaml';

interface Tenant {
  readonly key: string;
  readonly credentials: { readonly clientId: string; readonly clientSecretEnv: string };
}

interface TenantsFile {
  readonly tenants: readonly Tenant[];
}

const started: ChildProcess[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit());
process.once('exit', () => started.forEach((child) => child.kill('SIGINT')));

const file = parse(readFileSync('examples/tenants/tenants.yaml', 'utf8')) as TenantsFile;
const simulated = await Promise.all(file.tenants.map(simulate));
const path = join(mkdtempSync(join(tmpdir(), 'tenants-')), 'tenants.yaml');
writeFileSync(path, JSON.stringify({ ...file, tenants: simulated.map(({ tenant }) => tenant) }));
const secrets = new Map(simulated.map(({ variable, secret }) => [variable, secret]));
const server = start('dist/server/main.js', [], { ...process.env, ...Object.fromEntries(secrets), AVEPOINT_TENANTS_FILE: path }, 'inherit');
console.log(`The file of tenants is ${path}; after a change of it: kill -HUP ${server.pid}`);

/** A simulator in the place of AvePoint, with jobs of its own. */
async function simulate(tenant: Tenant, index: number) {
  const { stdout } = start('dist/simulator/main.js', ['--seed', String(index + 1), '--jobs', '500'], process.env, 'pipe');
  const settings = new Map<string, string>();
  if (stdout === null) throw new Error('The simulator says nothing.');
  for await (const line of createInterface(stdout)) {
    const [name = '', value = ''] = line.split(/=(.*)/);
    settings.set(name, value);
    if (settings.size === 4) break;
  }
  const credentials = { ...tenant.credentials, clientId: settings.get('AVEPOINT_CLIENT_ID') };
  return {
    tenant: { ...tenant, credentials, graphUrl: settings.get('AVEPOINT_GRAPH_URL'), identityUrl: settings.get('AVEPOINT_IDENTITY_URL') },
    variable: tenant.credentials.clientSecretEnv,
    secret: settings.get('AVEPOINT_CLIENT_SECRET'),
  };
}

function start(script: string, args: readonly string[], env: NodeJS.ProcessEnv, stdout: 'pipe' | 'inherit'): ChildProcess {
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', stdout, 'inherit'] });
  child.once('exit', () => process.exit(1));
  started.push(child);
  return child;
}
