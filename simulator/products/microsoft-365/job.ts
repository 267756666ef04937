import type { SimulatedJob } from '../../job.js';

export interface JobFailure {
  readonly isErrorCode: boolean;
  readonly value: string;
  readonly url: string;
  readonly number: number;
}

declare module '../../job.js' {
  interface SimulatedJob {
    /** Null in a tenant without Multi-Geo, `PrimaryGeoLocation` for the centre of one that has it. */
    readonly location: string | null;
    readonly failures: readonly JobFailure[] | null;
  }
}

export const blank: Partial<SimulatedJob> = { location: null, failures: null };

export function soFar({ failures }: SimulatedJob): Partial<SimulatedJob> {
  return { failures: failures === null ? null : [] };
}
