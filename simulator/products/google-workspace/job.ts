import type { SimulatedJob } from '../../job.js';

declare module '../../job.js' {
  interface SimulatedJob {
    readonly dataSource: number | null;
    /** Percent. */
    readonly progress: number | null;
    readonly operator: string | null;
  }
}

export const blank: Partial<SimulatedJob> = { dataSource: null, progress: null, operator: null };

export function soFar({ progress }: SimulatedJob, done: number): Partial<SimulatedJob> {
  return { progress: progress === null ? null : Math.floor(done * 1000) / 10 };
}
