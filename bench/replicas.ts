import { benchCalls } from './replica-calls.js';
import { benchCpu } from './replica-cpu.js';
import { startStore } from './store.js';

/** What several replicas that share a store ask of the upstream, and what sharing costs. */
export async function benchReplicas(): Promise<void> {
  const store = await startStore();
  if (store === null) return console.log('\nNo replicas: there is no store. Install redis-server or valkey-server.');
  await benchCalls(store);
  await benchCpu(store);
  await store.close();
}
