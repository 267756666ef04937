import { startSimulator } from '../simulator/index.js';
import { assemble } from '../src/assemble.js';
import { readConfig } from '../src/config.js';
import { createLogger } from '../src/logger.js';
import { attacks } from './attack-list.js';

const ROUNDS = 20;
const LIMIT_MS = 100;

/** What it costs to refuse, in CPU of this process, the client's part included; under 100 ms each, and without an upstream call. */
export async function benchAttacks(): Promise<void> {
  const simulator = await startSimulator();
  const config = readConfig({
    AVEPOINT_CLIENT_ID: simulator.clientId,
    AVEPOINT_CLIENT_SECRET: simulator.clientSecret,
    AVEPOINT_GRAPH_URL: simulator.graphUrl,
    AVEPOINT_IDENTITY_URL: simulator.identityUrl,
    DRAIN_SECONDS: '0',
    // Some are larger than a body may be, and are to be refused for what they are.
    LIMIT_BODY_KB: '1000',
  });
  const { server, close } = await assemble(config, createLogger('silent', { write: () => undefined }));
  const rows: Record<string, Record<string, number>> = {};
  for (const [name, attack] of Object.entries(attacks)) {
    const times: number[] = [];
    let status = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = process.cpuUsage();
      ({ statusCode: status } = await server.app.inject({ method: 'POST', url: '/graphql', payload: { ...attack } }));
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    const [first = 0] = times;
    times.sort((a, b) => a - b);
    rows[name] = { status, first, median: times[ROUNDS / 2] ?? 0, most: times.at(-1) ?? 0 };
  }
  console.log(`\nAttacks, ms of CPU until refused (${ROUNDS} times each; the first one of all also warms the process up)`);
  console.table(rows);
  const slow = Object.values(rows).filter(({ median = 0 }) => median >= LIMIT_MS).length;
  console.log(`upstream calls: ${simulator.calls.length}; of 100 ms or more: ${slow}`);
  await close();
  await simulator.close();
}
