import { Gauge, type Registry } from 'prom-client';

import type { JobWorkloadState } from '../generated/types.js';
import type { Board } from './board.js';
import type { Kept } from './kept-reading.js';

const STATES: readonly JobWorkloadState[] = ['FAILING', 'STALE', 'LATE', 'PARTIAL', 'UNKNOWN', 'OK'];
const LABELS = ['source', 'product', 'operation', 'workload', 'name'] as const;
/** So long Prometheus itself goes on with what it scraped last. */
const TOLD_FOR_MS = 5 * 60_000;

/** What was read last, whenever somebody asks. What is not known has no sample: neither a zero nor what was known before. */
export function tellWorkloads(registry: Registry, latest: () => Kept<Board> | null): void {
  const registers = [registry];

  function recent(): Board | null {
    const kept = latest();
    return kept === null || kept.ageMs > TOLD_FOR_MS ? null : kept.value;
  }

  new Gauge({
    name: 'backup_last_success_timestamp_seconds',
    help: 'When the last successful backup of each workload ended. Absent where none is known.',
    labelNames: LABELS,
    registers,
    collect() {
      this.reset();
      for (const { labels, lastSuccessAt } of recent()?.backups ?? []) if (lastSuccessAt !== null) this.set(labels, lastSuccessAt / 1000);
    },
  });
  new Gauge({
    name: 'backup_consecutive_failures',
    help: 'Backups of each workload that failed since the last success, at least. Absent where that cannot be told.',
    labelNames: LABELS,
    registers,
    collect() {
      this.reset();
      for (const { labels, consecutiveFailures } of recent()?.backups ?? []) if (consecutiveFailures !== null) this.set(labels, consecutiveFailures);
    },
  });
  new Gauge({
    name: 'backup_state',
    help: 'How the backups of each workload are doing: 1 for the state that it is in, 0 for the others.',
    labelNames: [...LABELS, 'state'],
    registers,
    collect() {
      this.reset();
      for (const { labels, state } of recent()?.backups ?? []) for (const one of STATES) this.set({ ...labels, state: one }, Number(state === one));
    },
  });
  new Gauge({
    name: 'backup_source_complete',
    help: 'Whether all backups of each source are known: 0 where it did not answer, or not in full.',
    labelNames: ['source', 'product'],
    registers,
    collect() {
      this.reset();
      for (const { labels, isComplete } of recent()?.sources ?? []) this.set(labels, Number(isComplete));
    },
  });
  new Gauge({
    name: 'backup_workloads_read_timestamp_seconds',
    help: 'When the reading began that all of this is from.',
    registers,
    collect() {
      // A gauge without labels begins as zero.
      this.remove();
      const kept = latest();
      if (kept !== null) this.set(kept.value.now / 1000);
    },
  });
}
