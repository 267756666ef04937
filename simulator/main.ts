import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { startSimulator } from './index.js';

const { values } = parseArgs({ options: { port: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' }, certificate: { type: 'string', multiple: true } } });
const simulator = await startSimulator({
  port: Number(values.port ?? 0),
  seed: Number(values.seed ?? 1),
  jobsPerProduct: Number(values.jobs ?? 2000),
  certificates: (values.certificate ?? []).map((path) => readFileSync(path, 'utf8')),
});

process.stdout.write(
  [
    `AVEPOINT_GRAPH_URL=${simulator.graphUrl}`,
    `AVEPOINT_IDENTITY_URL=${simulator.identityUrl}`,
    `AVEPOINT_CLIENT_ID=${simulator.clientId}`,
    `AVEPOINT_CLIENT_SECRET=${simulator.clientSecret}`,
    '',
  ].join('\n'),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
