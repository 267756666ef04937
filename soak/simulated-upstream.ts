import { productNames, startSimulator, type SimulatedJob, type SwitchChanges } from '../simulator/index.js';
import { createRandom } from '../simulator/random.js';
import { drawOddTimes } from './dialects.js';
import type { SoakUpstream } from './stage.js';

/** The simulator with its story standing still, so that what is right does not depend on the moment; jobs are added only. */
export async function startSimulatedUpstream(seed: number, jobsPerProduct: number, switches: SwitchChanges): Promise<SoakUpstream> {
  const anchor = Date.now();
  const story = await startSimulator({ seed, jobsPerProduct, now: () => anchor, switches: drawOddTimes(createRandom(seed)) });
  const jobs = productNames.map((name): [string, readonly SimulatedJob[]] => [name, story.records(name)]);
  await story.close();
  const simulator = await startSimulator({ seed, jobs: Object.fromEntries(jobs), switches, callsKept: 2 });
  return {
    settings: {
      AVEPOINT_GRAPH_URL: simulator.graphUrl,
      AVEPOINT_IDENTITY_URL: simulator.identityUrl,
      AVEPOINT_CLIENT_ID: simulator.clientId,
      AVEPOINT_CLIENT_SECRET: simulator.clientSecret,
      // Also those that nobody reads who does not ask for them.
      AVEPOINT_PRODUCTS: productNames.join(','),
    },
    jobs: productNames.flatMap((name) => simulator.records(name)),
    add: async (product, job) => simulator.add(product, job),
    tally: async () => simulator.tally,
    close: () => simulator.close(),
  };
}
