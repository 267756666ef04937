import type { Dispatcher } from 'undici';

export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What is made of an answer while it comes. What it throws ends the exchange. */
export interface Taker {
  begin(status: number, headers: AnswerHeaders): void;
  take(chunk: Buffer): void;
}

export interface Waiting {
  /** At most. */
  readonly ms: number;
  readonly signal: AbortSignal;
}

/**
 * Resolves once an answer has come whole. Rejects with a `TimeoutError` when the time is up, with the signal's reason when it aborts, and
 * with whatever else went wrong. Undici's `request` makes a stream and a signal of every answer, which take longer than what is done here.
 */
export function exchange(pool: Dispatcher, request: Dispatcher.DispatchOptions, { ms, signal }: Waiting, taker: Taker): Promise<void> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let left: Error | null = null;

    function leave(reason: Error): void {
      left = reason;
      end();
      controller?.abort(reason);
      reject(reason);
    }

    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', follow);
    }

    const follow = (): void => leave(signal.reason as Error);
    const timer = setTimeout(() => leave(new DOMException('No complete answer came in time.', 'TimeoutError')), ms).unref();
    if (signal.aborted) return follow();
    signal.addEventListener('abort', follow, { once: true });
    pool.dispatch(request, {
      onRequestStart(started) {
        controller = started;
        if (left !== null) started.abort(left);
      },
      onResponseStart(_, status, headers) {
        // 103 and its like come before the answer.
        if (status >= 200) taker.begin(status, headers);
      },
      onResponseData: (_, chunk) => taker.take(chunk),
      onResponseEnd() {
        end();
        resolve();
      },
      onResponseError(_, error) {
        end();
        reject(error);
      },
    });
  });
}
