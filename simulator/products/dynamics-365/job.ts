import { countsSoFar, type SimulatedJob } from '../../job.js';

declare module '../../job.js' {
  interface Counts {
    readonly warning?: number;
  }
  interface SimulatedJob {
    /** What the page calls it, `Customer Engagement`. */
    readonly module: string | null;
    readonly recordCounts: Counts | null;
    readonly backupSizeBytes: number | null;
    readonly organizationId: string | null;
    readonly organizationName: string | null;
  }
}

export const blank: Partial<SimulatedJob> = { module: null, recordCounts: null, backupSizeBytes: null, organizationId: null, organizationName: null };

export function soFar({ recordCounts, backupSizeBytes }: SimulatedJob, done: number): Partial<SimulatedJob> {
  return { recordCounts: countsSoFar(recordCounts, done), backupSizeBytes: backupSizeBytes === null ? null : Math.floor(backupSizeBytes * done) };
}
