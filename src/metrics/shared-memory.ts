import { Counter, Gauge, type Registry } from 'prom-client';

import type { Sharing } from '../shared-memory/sharing.js';

/** Where something is shared with other replicas: whether the store is there. */
export function readSharedMemory(registry: Registry, { store, changes }: Sharing): void {
  const registers = [registry];
  new Gauge({
    name: 'avepoint_jobs_shared_memory_up',
    help: 'Whether the store that replicas share answers in time: 1, or 0 while this process remembers for itself.',
    registers,
    collect() {
      this.set(Number(store.isUp()));
    },
  });
  new Counter({
    name: 'avepoint_jobs_shared_memory_changes_total',
    help: 'How often the store that replicas share came or went, as this process saw it.',
    registers,
    collect() {
      this.reset();
      this.inc(changes());
    },
  });
}
