import { beforeAll, expect, test } from 'vitest';

import { startSimulator } from '../../simulator/index.js';
import { build, startBuilt } from '../support/built-server.js';
import { status } from '../support/faults.js';
import { entryFor, variableOf, writeTenants } from '../support/tenants-file.js';
import { METRICS, scrape, type Scrape } from './scrape.js';

beforeAll(build, 120_000);

/** The file takes their place. */
const NONE = { AVEPOINT_CLIENT_ID: '', AVEPOINT_CLIENT_SECRET: '', AVEPOINT_GRAPH_URL: '', AVEPOINT_IDENTITY_URL: '', AVEPOINT_PRODUCTS: '' };
const expected = ['salesforce', 'dynamics-365'].map((product) => ({ product, organizations: ['never'], operation: 'BACKUP', every: 'PT24H' }));
const SERIES = ['backup_state', 'backup_consecutive_failures', 'backup_last_success_timestamp_seconds'];

/** What is told of the expected backup of a source. */
const toldOf = ({ samplesOf }: Scrape, source: string): unknown =>
  SERIES.flatMap((name) => samplesOf(name).filter(({ labels, value }) => labels['source'] === source && labels['workload'] === 'never' && (name !== 'backup_state' || value === 1)).map(({ labels, value }) => [name, labels['state'] ?? value]));

test('what is expected and never ran is stale, and has no last success; of a source that is silent it is unknown, and no number', async () => {
  const simulator = await startSimulator({ jobsPerProduct: 20, days: 10 });
  simulator.set({ salesforce: { fault: status(403) } });
  const file = writeTenants({ tenants: [entryFor('contoso', simulator, { products: ['salesforce', 'dynamics-365'], expected })] });
  const server = await startBuilt(simulator, { ...NONE, ...METRICS, METRICS_WORKLOADS: '1', AVEPOINT_TENANTS_FILE: file, [variableOf('contoso')]: simulator.clientSecret, DRAIN_SECONDS: '0' });
  try {
    const told = await scrape({ server });
    expect(toldOf(told, 'contoso/us/dynamics-365')).toEqual([['backup_state', 'STALE'], ['backup_consecutive_failures', 0]]);
    expect(toldOf(told, 'contoso/us/salesforce')).toEqual([['backup_state', 'UNKNOWN']]);
    expect(told.samplesOf('backup_source_complete').map(({ labels, value }) => [labels['source'], value])).toEqual([['contoso/us/salesforce', 0], ['contoso/us/dynamics-365', 1]]);
  } finally {
    server.kill('SIGTERM');
    await server.exit;
    await simulator.close();
  }
});
