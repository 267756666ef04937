import { SourceError, type SourceErrorCode } from '../errors.js';
import type { Vault } from './vault.js';

/** An upstream is left alone. */
export interface SharedPause extends PauseCause {
  /** Of who found it. */
  readonly id: string;
  readonly leftMs: number;
  /** Until one attempt may go first. */
  readonly trialMs: number;
}

interface PauseCause {
  readonly kind: 'throttled' | 'refused' | 'down';
  /** Of a refusal. */
  readonly error: SourceError | null;
  /** Of refusals in a row. */
  readonly coolDowns: number;
}

/** Nobody else can read why, or make it up. */
interface PauseSeal {
  close(cause: PauseCause): Uint8Array;
  open(sealed: Uint8Array): PauseCause | null;
}

interface Told extends Omit<PauseCause, 'error'> {
  readonly error: (Pick<SourceError, 'message' | 'httpStatus' | 'requestId' | 'traceId'> & { readonly code: SourceErrorCode }) | null;
}

export function createPauseSeal(vault: Vault, name: string): PauseSeal {
  return {
    close({ kind, error, coolDowns }) {
      const told: Told = { kind, coolDowns, error: error && { code: error.code, message: error.message, httpStatus: error.httpStatus, requestId: error.requestId, traceId: error.traceId } };
      return vault.seal(name, Buffer.from(JSON.stringify(told)));
    },
    open(sealed) {
      const opened = vault.open(name, sealed);
      if (opened === null) return null;
      const { kind, coolDowns, error } = JSON.parse(opened.toString()) as Told;
      return { kind, coolDowns, error: error && new SourceError(error.code, error.message, error) };
    },
  };
}
