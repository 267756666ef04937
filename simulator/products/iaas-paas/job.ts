import type { SimulatedJob } from '../../job.js';

declare module '../../job.js' {
  interface SimulatedJob {
    readonly comments: string | null;
  }
}

export const blank: Partial<SimulatedJob> = { comments: null };

export function soFar({ comments }: SimulatedJob): Partial<SimulatedJob> {
  return { comments: comments === null ? null : '' };
}
