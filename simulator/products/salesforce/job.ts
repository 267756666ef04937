import { countsSoFar, type SimulatedJob } from '../../job.js';

declare module '../../job.js' {
  interface SimulatedJob {
    /** Only a filter. */
    readonly level: number | null;
    readonly recordCounts: Counts | null;
    /** The skipped ones are not shown. */
    readonly metadataCounts: Counts | null;
    readonly dataSizeKilobytes: number | null;
    readonly apiCalls: number | null;
    readonly organizationId: string | null;
  }
}

export const blank: Partial<SimulatedJob> = { level: null, recordCounts: null, metadataCounts: null, dataSizeKilobytes: null, apiCalls: null, organizationId: null };

export function soFar({ recordCounts, metadataCounts, dataSizeKilobytes, apiCalls }: SimulatedJob, done: number): Partial<SimulatedJob> {
  return {
    recordCounts: countsSoFar(recordCounts, done),
    metadataCounts: countsSoFar(metadataCounts, done),
    dataSizeKilobytes: dataSizeKilobytes === null ? null : Math.floor(dataSizeKilobytes * done),
    apiCalls: apiCalls === null ? null : Math.floor(apiCalls * done),
  };
}
