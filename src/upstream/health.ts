import type { SourceError } from '../errors.js';

/** How a source did, as this process saw it. */
export interface HealthRecord {
  readonly state: 'UNTESTED' | 'HEALTHY' | 'DEGRADED' | 'UNAVAILABLE';
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastError: SourceError | null;
}

export interface HealthTracker {
  read(): HealthRecord;
  succeeded(): void;
  failed(error: SourceError): void;
}

/** So many failures in a row are no hiccup. */
const UNAVAILABLE_AFTER = 5;

export function createHealthTracker(): HealthTracker {
  let lastSuccessAt: Date | null = null;
  let lastFailureAt: Date | null = null;
  let lastError: SourceError | null = null;
  let failuresInARow = 0;

  function state(): HealthRecord['state'] {
    if (failuresInARow > 0) return lastSuccessAt === null || failuresInARow >= UNAVAILABLE_AFTER ? 'UNAVAILABLE' : 'DEGRADED';
    return lastSuccessAt === null ? 'UNTESTED' : 'HEALTHY';
  }

  return {
    read: () => ({ state: state(), lastSuccessAt, lastFailureAt, lastError }),
    succeeded() {
      lastSuccessAt = new Date();
      failuresInARow = 0;
    },
    failed(error) {
      lastFailureAt = new Date();
      lastError = error;
      failuresInARow += 1;
    },
  };
}
