import { ask } from './ask.js';
import { startBalancer } from './balancer.js';
import { startReplicas, startSimulator, type Replica } from './replicas.js';
import { startStore } from './store.js';
import { walk, walkOn, type Walked, type Window } from './walk.js';

const REPLICAS = 3;
const CLIENTS = 8;
const DAY_MS = 86_400_000;
const NEWEST = '{ jobs(first: 50) { nodes { jobId status } isComplete } }';

const store = await startStore();
if (store === null) {
  console.error('There is no store for what replicas share. Install Redis 6.2 or later (redis-server), or Valkey (valkey-server), or set SHARED_MEMORY_URL to one.');
  process.exit(1);
}
const upstream = await startSimulator();
const replicas = await startReplicas(REPLICAS, upstream, store.url);
const balancer = await startBalancer(
  replicas.map(({ url }) => url),
  Number(process.env['PORT'] ?? 4000),
);
const rows = [['store', store.address], ['simulator', upstream['AVEPOINT_GRAPH_URL']], ...replicas.map(({ name, url }) => [name, url]), ['balancer', `${balancer.url}/ (${balancer.name})`]];
console.log(rows.map(([name = '', text]) => `${name.padEnd(10)} ${text}`).join('\n'));

console.log('\nThe newest jobs, asked for six times:');
for (let time = 0; time < 6; time += 1) {
  const { replica, upstreamCalls } = await ask(balancer.url, NEWEST);
  console.log(`  ${nameOf(replica)}, upstream calls: ${upstreamCalls}`);
}

const now = Date.now();
/** Of days that are over, so that no job comes to it. */
const window: Window = { from: new Date(now - 9 * DAY_MS).toISOString(), to: new Date(now - 2 * DAY_MS).toISOString() };
const list = await walk(balancer.url, window);
console.log(`\nA list of ${list.ids.length} jobs: ${list.pages} pages of ${list.replicas.size} replicas, upstream calls: ${list.upstreamCalls}`);

console.log(`\n${CLIENTS} clients walk that list over and over:`);
let isOver = false;
const clients = Array.from({ length: CLIENTS }, () => walkOn(balancer.url, window, () => isOver));
const [, second, third] = replicas;
await restart(second, 'SIGKILL', 'is killed');
await restart(third, 'SIGTERM', 'is stopped');
isOver = true;
const walked = (await Promise.all(clients)).flat();
const whole = walked.filter(isWhole).length;
console.log(`  ${walked.length} lists read to the end, of ${sum(walked, 'pages')} pages; ${sum(walked, 'failures')} pages had to be asked for again`);
console.log(whole === walked.length ? '  Nothing was lost, and nothing came twice.' : `  ${walked.length - whole} lists are not as they were before: this is a fault.`);
console.log(`\nAsk at ${balancer.url}/; Ctrl-C ends it all.`);

async function restart(replica: Replica | undefined, signal: NodeJS.Signals, what: string): Promise<void> {
  console.log(`  ${replica?.name} ${what}`);
  await replica?.restart(signal);
  console.log(`  ${replica?.name} is back`);
}

function isWhole({ ids }: Walked): boolean {
  return ids.length === list.ids.length && ids.every((id, index) => id === list.ids[index]);
}

function nameOf(address: string): string {
  return replicas.find(({ url }) => new URL(url).host === address)?.name ?? address;
}

function sum(lists: readonly Walked[], figure: 'pages' | 'failures'): number {
  return lists.reduce((total, one) => total + one[figure], 0);
}
