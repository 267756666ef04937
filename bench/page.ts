import autocannon from 'autocannon';

import { startProcess, type Running } from './processes.js';

const SECONDS = 8;
const CONNECTIONS = 16;
const QUERY = `{
  iaasPaasJobs(first: 50) {
    edges {
      cursor
      node { id jobId status operation startedAt finishedAt duration { seconds } counts { total failed } upstreamType { code label } type comments }
    }
    pageInfo { hasNextPage endCursor }
    isComplete
  }
}`;

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly megabytes: number;
}

/** A page of 50 jobs through the server, next to a plain proxy that passes the same upstream page through. */
export async function benchPage(): Promise<void> {
  const simulator = await startProcess('../simulator/main.js', {}, /SECRET=/);
  const { AVEPOINT_GRAPH_URL: graph = '', AVEPOINT_IDENTITY_URL: identity = '', AVEPOINT_CLIENT_ID: id = '', AVEPOINT_CLIENT_SECRET: secret = '' } = simulator.printed;
  const page = `${graph}/backup/vm/jobs?startTime=${since(32)}&finishTime=${since(-3)}&pageNumber=0&pageSize=100`;
  const proxy = await startProcess('./proxy.js', {}, /http:/, identity, id, secret, page);
  const server = await startProcess('../src/main.js', { ...simulator.printed, PORT: '0', LOG_LEVEL: 'info' }, /"ready"/);

  console.log(`\nA page of 50 jobs, ${CONNECTIONS} connections, ${SECONDS} s each, turn by turn`);
  const rows: Record<string, Load> = {};
  for (const turn of ['warm-up', 'first', 'second']) {
    rows[`proxy, ${turn}`] = await load(proxy, { url: proxy.url });
    rows[`graphql, ${turn}`] = await load(server, {
      url: `${server.url}/graphql`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
  }
  console.table(rows);
  const ratio = (turn: string): string => ((rows[`graphql, ${turn}`]?.perSecond ?? 0) / (rows[`proxy, ${turn}`]?.perSecond ?? 1)).toFixed(2);
  console.log(`requests per second, graphql to proxy: ${ratio('first')} and ${ratio('second')}`);
  for (const running of [server, proxy, simulator]) await running.stop();
}

async function load(target: Running, options: autocannon.Options): Promise<Load> {
  const { requests, latency, non2xx, errors } = await autocannon({ ...options, connections: CONNECTIONS, duration: SECONDS });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${options.url} failed`);
  return { perSecond: Math.round(requests.average), p50: latency.p50, p99: latency.p99, megabytes: target.residentMegabytes() };
}

function since(days: number): string {
  return new Date(Math.floor(Date.now() / 3_600_000 - days * 24) * 3_600_000).toISOString();
}
