import { startProcess, type Running } from './processes.js';

interface Page {
  readonly data: { readonly jobs: { readonly nodes: readonly unknown[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } };
}

const QUERY = `query ($after: String) {
  jobs(first: 200, after: $after, window: { from: "2000-01-01T00:00:00Z" }) { nodes { id status startedAt } pageInfo { hasNextPage endCursor } }
}`;

/** A small heap, so that garbage that waits to be collected does not look like growth. */
const HEAP = '--max-old-space-size=192';

/** Deep walks: time and memory have to be the same on the last page as on the first. */
export async function benchWalk(): Promise<void> {
  const rows = {
    '100,000 jobs of one product': await walk('100000', 'salesforce'),
    '4 x 25,000 jobs merged': await walk('25000', 'google-workspace,iaas-paas,microsoft-365,salesforce'),
  };
  console.log('\nWalks by 200, milliseconds a page (median of the first and of the last tenth) and resident memory');
  console.table(rows);
}

async function walk(jobs: string, products: string): Promise<Record<string, number | string>> {
  const simulator = await startProcess('../simulator/main.js', {}, /SECRET=/, '--jobs', jobs);
  const server = await startProcess('../src/main.js', { ...simulator.printed, PORT: '0', AVEPOINT_PRODUCTS: products, NODE_OPTIONS: HEAP }, /"ready"/);
  const times: number[] = [];
  const sizes: number[] = [];
  let [after, count]: [string | null, number] = [null, 0];
  for (;;) {
    const startedAt = performance.now();
    const { data }: Page = await ask(server, after);
    times.push(performance.now() - startedAt);
    count += data.jobs.nodes.length;
    if (times.length % 25 === 0) sizes.push(server.residentMegabytes());
    if (!data.jobs.pageInfo.hasNextPage) break;
    after = data.jobs.pageInfo.endCursor;
  }
  for (const running of [server, simulator]) await running.stop();
  const tenth = Math.ceil(times.length / 10);
  // The very first pages warm the process up.
  const [first, last] = [median(times.slice(tenth, 2 * tenth)), median(times.slice(-tenth))];
  const megabytesAt = (part: number): number => sizes[Math.ceil(sizes.length * part) - 1] ?? 0;
  return {
    jobs: count,
    pages: times.length,
    first: first.toFixed(1),
    last: last.toFixed(1),
    'last to first': (last / first).toFixed(2),
    'MB after 1/4': megabytesAt(1 / 4),
    '2/4': megabytesAt(2 / 4),
    '3/4': megabytesAt(3 / 4),
    '4/4': megabytesAt(1),
  };
}

async function ask(server: Running, after: string | null): Promise<Page> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { after } }),
  });
  return (await response.json()) as Page;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
