import { SourceError, type SourceErrorCode } from '../errors.js';

/** Told of every call just before it is sent; what it gives is told how the call ended, and the status of the answer if there was one. */
export type WatchCall = (call: WatchedCall) => (outcome: CallOutcome, status: number | null) => void;

/** What the calls of one read have in common. */
export interface CalledFor {
  readonly sourceId: string;
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  /** The path as the endpoint has it, in which no id stands. */
  readonly route: string;
}

export interface WatchedCall extends CalledFor {
  /** How many calls of the same read came before. */
  readonly attempt: number;
}

export type CallOutcome =
  | 'OK'
  /** Another call took its place, on another connection or with another token. */
  | 'SENT_AGAIN'
  /** Whoever waited has gone, or its time is up. */
  | 'LEFT'
  | SourceErrorCode;

interface Followed {
  onCall(): void;
  readonly onAnswer?: ((status: number) => void) | undefined;
}

/** Follows the calls of one read through all attempts: `follow` makes one of them. */
export function followCalls(watchCall: WatchCall, calledFor: CalledFor) {
  let attempt = 0;
  return async function follow<Reading extends Followed, T>(reading: Reading, ask: (reading: Reading) => Promise<T>): Promise<T> {
    let end: ReturnType<WatchCall> = ignore;
    let status: number | null = null;
    function onCall(): void {
      reading.onCall();
      end('SENT_AGAIN', status);
      status = null;
      end = watchCall({ ...calledFor, attempt });
      attempt += 1;
    }
    function onAnswer(answered: number): void {
      status = answered;
    }
    try {
      const answer = await ask({ ...reading, onCall, onAnswer });
      end('OK', status);
      return answer;
    } catch (failure) {
      end(failure instanceof SourceError ? failure.code : 'LEFT', status);
      throw failure;
    }
  };
}

function ignore(): void {
  // Nothing was sent, or nobody wants to know.
}

export const watchNothing: WatchCall = () => ignore;

export function watchAll(watchers: readonly WatchCall[]): WatchCall {
  return (call) => {
    const ends = watchers.map((watchCall) => watchCall(call));
    return (outcome, status) => {
      for (const end of ends) end(outcome, status);
    };
  };
}
