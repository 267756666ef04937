import { SourceError, type SourceErrorCode } from '../errors.js';

/** Told of every call just before it is sent; what it gives is told how the call ended. */
export type WatchCall = (sourceId: string, attempt: 'first' | 'retry') => (outcome: CallOutcome) => void;

export type CallOutcome =
  | 'OK'
  /** Another call took its place, on another connection or with another token. */
  | 'SENT_AGAIN'
  /** Whoever waited has gone, or its time is up. */
  | 'LEFT'
  | SourceErrorCode;

/** Follows the calls of one read through all attempts: `follow` makes one of them. */
export function followCalls(watchCall: WatchCall, sourceId: string) {
  let attempt: 'first' | 'retry' = 'first';
  return async function follow<Reading extends { onCall(): void }, T>(reading: Reading, ask: (reading: Reading) => Promise<T>): Promise<T> {
    let end: (outcome: CallOutcome) => void = ignore;
    function onCall(): void {
      reading.onCall();
      end('SENT_AGAIN');
      end = watchCall(sourceId, attempt);
      attempt = 'retry';
    }
    try {
      const answer = await ask({ ...reading, onCall });
      end('OK');
      return answer;
    } catch (failure) {
      end(failure instanceof SourceError ? failure.code : 'LEFT');
      throw failure;
    }
  };
}

function ignore(): void {
  // Nothing was sent, or nobody wants to know.
}

export const watchNothing: WatchCall = () => ignore;
