import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, isInstalled, start } from './children.js';
import { startRoundRobin } from './round-robin.js';

export interface Balancer {
  readonly name: string;
  readonly url: string;
}

/** nginx where it is installed, else a round robin of this process. `port`: 0 takes a free one. */
export async function startBalancer(replicas: readonly string[], port: number): Promise<Balancer> {
  if (isInstalled('nginx')) return { name: 'nginx', url: await startNginx(replicas.map((url) => new URL(url).host), port === 0 ? await freePort() : port) };
  const { url } = await startRoundRobin(replicas, port);
  return { name: 'a round robin in Node: nginx is not installed', url };
}

async function startNginx(hosts: readonly string[], port: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'balancer-'));
  const listen = `127.0.0.1:${port}`;
  const variables = new Map([['LISTEN', listen], ...hosts.map((host, index): [string, string] => [`REPLICA_${index + 1}`, host])]);
  const template = readFileSync('examples/replicas/balancer.conf.template', 'utf8');
  writeFileSync(join(folder, 'balancer.conf'), template.replace(/\$\{(\w+)\}/g, (_, name: string) => variables.get(name) ?? ''));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ');
  writeFileSync(join(folder, 'nginx.conf'), `daemon off; pid nginx.pid; worker_processes 1; error_log error.log; events {} http { access_log off; ${temporary} include balancer.conf; }\n`);
  void start('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], process.env, () => false);
  const url = `http://${listen}`;
  while (!(await fetch(`${url}/health/live`).then(({ ok }) => ok, () => false))) await sleep(50);
  return url;
}
