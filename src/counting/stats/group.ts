import { COUNTS, type JobTable } from '../job-table.js';
import { STATUSES } from '../roll.js';
import type { GroupKey } from '../group-key.js';

/** What jobs of one key add up to. */
export interface Group {
  readonly key: GroupKey;
  jobs: number;
  /** In the order of `STATUSES`. */
  readonly statuses: number[];
  /** Of jobs that count for durations. */
  readonly seconds: number[];
  /** Jobs that report a count at all. */
  counted: number;
  /** In the order of `COUNTS`; null where no job reports it. */
  readonly counts: (number | null)[];
  /** Jobs that report a size. */
  sized: number;
  bytes: number | null;
}

export function createGroup(key: GroupKey): Group {
  return { key, jobs: 0, statuses: STATUSES.map(() => 0), seconds: [], counted: 0, counts: COUNTS.map(() => null), sized: 0, bytes: null };
}

/** Adds a job of a table that matches. */
export function addJob(group: Group, table: JobTable, index: number, status: number): void {
  group.jobs += 1;
  group.statuses[status] = (group.statuses[status] ?? 0) + 1;
  const seconds = table.secondsAt(index);
  if (!Number.isNaN(seconds)) group.seconds.push(seconds);
  let isCounted = false;
  for (let which = 0; which < COUNTS.length; which += 1) {
    const count = table.countAt(index, which);
    if (Number.isNaN(count)) continue;
    isCounted = true;
    group.counts[which] = (group.counts[which] ?? 0) + count;
  }
  if (isCounted) group.counted += 1;
  const bytes = table.bytesAt(index);
  if (Number.isNaN(bytes)) return;
  group.sized += 1;
  group.bytes = (group.bytes ?? 0) + bytes;
}
