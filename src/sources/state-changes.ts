import { SourceError } from '../errors.js';
import type { HealthRecord, HealthTracker } from '../upstream/health.js';

export interface StateChange {
  readonly sourceId: string;
  readonly state: HealthRecord['state'];
  /** Null where the source is well again. */
  readonly error: SourceError | null;
}

export interface StateChanges {
  /** To be called when a read has ended, with all its attempts: what one of them has mended is no change. */
  succeeded(onChange: ((change: StateChange) => void) | undefined): void;
  failed(failure: unknown, onChange: ((change: StateChange) => void) | undefined): void;
}

/** Tells of each state once. That a source answers from the start is nothing to tell. */
export function createStateChanges(sourceId: string, health: HealthTracker): StateChanges {
  let told: StateChange['state'] = 'UNTESTED';

  function tell(state: StateChange['state'], error: SourceError | null, onChange?: (change: StateChange) => void): void {
    const isNews = state !== told && !(told === 'UNTESTED' && state === 'HEALTHY');
    told = state;
    if (isNews) onChange?.({ sourceId, state, error });
  }

  return {
    succeeded: (onChange) => tell('HEALTHY', null, onChange),
    failed(failure, onChange) {
      const { state, lastError } = health.read();
      // Others may have been answered since.
      if (failure instanceof SourceError && lastError !== null && state !== 'HEALTHY') tell(state, lastError, onChange);
    },
  };
}
