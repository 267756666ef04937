import type { JobStatus, UnusualJobKind } from '../../generated/types.js';

/** From when on a length is unusual. */
export interface Limits {
  readonly factor: number;
  readonly minRuns: number;
  readonly floorSeconds: number;
}

/** A length that is held against what is usual. */
export interface Length {
  readonly seconds: number;
  readonly status: JobStatus;
  readonly isRunning: boolean;
}

/** A failure is quick by nature. */
const MAY_BE_SHORT: ReadonlySet<JobStatus> = new Set(['SUCCEEDED', 'PARTIAL']);

/** In which way a length is unusual; null where it is not. */
export function verdictOn({ seconds, status, isRunning }: Length, medianSeconds: number, { factor, floorSeconds }: Limits): UnusualJobKind | null {
  if (seconds >= factor * medianSeconds && seconds - medianSeconds >= floorSeconds) return isRunning ? 'STILL_RUNNING' : 'LONG';
  const isShort = seconds <= medianSeconds / factor && medianSeconds - seconds >= floorSeconds;
  return isShort && !isRunning && MAY_BE_SHORT.has(status) ? 'SHORT' : null;
}
