import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';

import { createRandom } from '../simulator/random.js';
import { describe, drawDialects } from './dialects.js';
import { isGood, report } from './report.js';
import { startReplicaProcesses } from './replica-processes.js';
import { startServerProcess } from './server-process.js';
import { soak } from './soak.js';
import { startUpstreamProcess } from './upstream-process.js';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', multiple: true, default: ['5', '20'] },
    clients: { type: 'string', default: '16' },
    jobs: { type: 'string', default: '2000' },
    'page-size': { type: 'string', default: '15' },
    'memory-seconds': { type: 'string', default: '2' },
    replicas: { type: 'string', default: '1' },
    'heap-megabytes': { type: 'string', default: '192' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});

/** As parts of the requests. Early, so that the last life is long enough to show growth. */
const RESTARTS = [0.1, 0.2, 0.3];
/** Of several replicas, each is killed twice, one of them while the store is away. */
const KILLS = [...RESTARTS, 0.5, 0.7, 0.9];
const STORE_AWAY = [0.45, 0.55] as const;
/** Of operations, at faults of 5 % and less. */
const LEAST_COMPLETE = 0.999;

const seed = Number(values.seed);
const replicas = Number(values.replicas);
const memorySeconds = Number(values['memory-seconds']);
for (const percent of values.rate.map(Number)) {
  const upstream = await startUpstreamProcess(seed, Number(values.jobs), percent / 100);
  const settings = {
    ...upstream.settings,
    CURSOR_KEYS: createHash('sha256').update(`cursors ${seed}`).digest('base64'),
    AVEPOINT_PAGE_SIZE: values['page-size'],
    PAGE_MEMORY_SECONDS: String(memorySeconds),
    // Garbage that waits to be collected would look like growth.
    NODE_OPTIONS: `--max-old-space-size=${values['heap-megabytes']} --max-semi-space-size=16`,
  };
  const server = await (replicas > 1 ? startReplicaProcesses(replicas, settings) : startServerProcess(settings));
  const result = await soak(upstream, server, {
    seed,
    requests: Number(values.requests),
    milliseconds: Number(values.minutes) * 60_000,
    clients: Number(values.clients),
    restartsAt: replicas > 1 ? KILLS : RESTARTS,
    storeAway: STORE_AWAY,
    memoryMs: (memorySeconds + 1) * 1000,
    ...(values.verbose && { onProgress: (line: string) => console.error(line) }),
  });
  await server.close();
  await upstream.close();
  console.log(`\n${report(result, `${percent} % faults, seed ${seed}, ${values.clients} clients,${replicas > 1 ? ` ${replicas} replicas,` : ''} ${values.jobs} jobs a product, pages of ${values['page-size']} remembered for ${memorySeconds} s, heap of ${values['heap-megabytes']} MB`)}\n${describe(drawDialects(createRandom(seed)))}`);
  if (!isGood(result, percent <= 5 ? LEAST_COMPLETE : 0)) process.exitCode = 1;
}
