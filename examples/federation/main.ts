import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import { ask } from './ask.js';
import { compose, readSubgraph } from './compose.js';
import { startGateway } from './gateway.js';
import { startTickets } from './tickets.js';

interface FailedJobs {
  readonly jobs: { readonly nodes: readonly { readonly id: string; readonly jobId: string }[] };
}

const jobsUrl = await startJobs();
const { jobs } = await ask<FailedJobs>(jobsUrl, '{ jobs(first: 50, filter: { statuses: [FAILED, PARTIAL] }) { nodes { id jobId } } }');
const tickets = await startTickets(jobs.nodes.map(({ id, jobId }, index) => ({ id: `T-${index + 1}`, title: `Look into ${jobId}`, jobId: id })));
const supergraph = compose([await readSubgraph('jobs', jobsUrl), await readSubgraph('tickets', tickets.url)]);
const gateway = await startGateway(supergraph, Number(process.env['PORT'] ?? 4000));
console.log(`jobs     ${jobsUrl}\ntickets  ${tickets.url}\ngateway  ${gateway.url}`);

/** This server as a subgraph: on the simulator, or on the tenant that the environment names. */
function startJobs(): Promise<string> {
  const environment = { ...process.env, SUBGRAPH: '1', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info' };
  const server = spawn(process.execPath, ['dist/server/main.js'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit());
  process.once('exit', () => server.kill());
  server.once('exit', () => process.exit(1));
  return new Promise((resolve) => {
    createInterface(server.stdout).on('line', (line) => {
      const { msg, address } = JSON.parse(line) as { readonly msg: string; readonly address?: string };
      if (msg === 'ready' && address !== undefined) resolve(`${address}/graphql`);
    });
  });
}
