import { startProcess } from '../bench/processes.js';
import { startStore } from '../bench/store.js';
import { startRoundRobin } from '../examples/replicas/round-robin.js';
import type { SoakServer } from './stage.js';

/** Several servers that share a store, behind a balancer that asks the next one where one does not answer. */
export async function startReplicaProcesses(count: number, environment: Readonly<Record<string, string>>): Promise<SoakServer> {
  const store = await startStore();
  if (store === null) throw new Error('Several replicas need a store: install redis-server or valkey-server.');
  const start = () => startProcess('../src/main.js', { environment: { ...environment, SHARED_MEMORY_URL: store.url, PORT: '0', LOG_LEVEL: 'info' }, isReady: /"ready"/ });
  const replicas = await Promise.all(Array.from({ length: count }, start));
  const urls = replicas.map(({ url }) => url);
  const balancer = await startRoundRobin(urls);
  let turn = 0;
  return {
    url: balancer.url,
    store,
    async restart() {
      const index = turn++ % count;
      await replicas[index]?.kill();
      const next = await start();
      replicas[index] = next;
      urls[index] = next.url;
    },
    residentMegabytes: () => Math.max(...replicas.map((replica) => replica.residentMegabytes())),
    async close() {
      balancer.close();
      await Promise.all(replicas.map((replica) => replica.stop()));
      await store.close();
    },
  };
}
