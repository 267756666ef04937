import { setTimeout as sleep } from 'node:timers/promises';

import { Pool } from 'undici';

import { serve } from './served.js';

const STOPS = 100;
const AT_ONCE = 4;
const CLIENTS = 8;
const BODY = JSON.stringify({ query: '{ page: jobs(first: 20) { isComplete nodes { jobId } } }' });

interface Tally {
  answered: number;
  lost: number;
}

/** Servers that are told to stop while clients ask as fast as they can, behind a balancer that watches readiness. */
export async function benchStops(): Promise<void> {
  const tally: Tally = { answered: 0, lost: 0 };
  for (let done = 0; done < STOPS; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, () => stopUnderLoad(tally)));
  console.log(`\n${STOPS} times SIGTERM under ${CLIENTS} clients: requests answered in full, and others`);
  console.table({ requests: tally });
}

async function stopUnderLoad(tally: Tally): Promise<void> {
  // Longer than the balancer takes to notice, on a machine that is busy with four of each.
  const served = await serve({ jobsPerProduct: 30, days: 10 }, { DRAIN_SECONDS: '3' });
  const { url } = served.server;
  let isReady = true;
  const balancer = (async () => {
    while (isReady) {
      await sleep(100);
      isReady = (await fetch(`${url}/health/ready`)).ok;
    }
  })();

  async function askWhileReady(): Promise<void> {
    const pool = new Pool(url, { connections: 1 });
    while (isReady) tally[(await isAnswered(pool)) ? 'answered' : 'lost'] += 1;
    await pool.destroy();
  }

  const clients = Array.from({ length: CLIENTS }, askWhileReady);
  await sleep(300);
  await served.stop();
  await Promise.all([balancer, ...clients]);
}

async function isAnswered(pool: Pool): Promise<boolean> {
  try {
    const { statusCode, body } = await pool.request({ method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body: BODY });
    const { data } = (await body.json()) as { data: { page: { isComplete: boolean } } };
    return statusCode === 200 && data.page.isComplete;
  } catch {
    return false;
  }
}
