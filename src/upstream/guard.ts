import { setTimeout as sleep } from 'node:timers/promises';

import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, ExponentialBackoff, fullJitterGenerator, handleWhen, retry, TaskCancelledError, wrap } from 'cockatiel';

import { OPERATION_MS } from '../deadlines.js';
import { BudgetSpentError, SourceError } from '../errors.js';
import { createOutage, type Attempt } from './outage.js';
import { createRetryBudget } from './retry-budget.js';

/** Stands before one upstream: tries again what may pass, waits when told to, and leaves alone what is down. */
export interface Guard {
  /** `signal` ends everything; `endsAt` says when, on the monotonic clock. Each attempt is given a signal of its own. */
  run<T>(attempt: Attempt<T>, signal: AbortSignal, endsAt: number): Promise<T>;
  /** Until when no call is made; null where calls are. */
  readonly retryAt: Date | null;
}

const RETRIES = 2;
const FIRST_BACKOFF_MS = 250;
const FAILURES_TO_OPEN = 5;
const PROBE_AFTER_MS = 2_000;

/** Errors that have passed a guard: that of the identity service stands behind those of the sources, which need not try again. */
const settled = new WeakSet<Error>();

/** `label`: what is behind the guard, for messages. */
export function createGuard(label: string): Guard {
  const budget = createRetryBudget();
  const outage = createOutage(PROBE_AFTER_MS, () => budget.take());
  const breaker = circuitBreaker(handleWhen(isOutage), { halfOpenAfter: PROBE_AFTER_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) });
  const retrying = retry(
    handleWhen((error) => mayPass(error) && budget.take()),
    { maxAttempts: RETRIES, backoff: new ExponentialBackoff({ generator: fullJitterGenerator, initialDelay: FIRST_BACKOFF_MS }) },
  );
  // After the last attempt one is taken as well.
  retrying.onGiveUp(() => budget.giveBack());
  const policy = wrap(retrying, breaker);
  let throttledUntil = 0;
  let probeAt = 0;
  breaker.onBreak(() => void (probeAt = performance.now() + PROBE_AFTER_MS));

  async function waitForTurn(signal: AbortSignal, endsAt: number): Promise<void> {
    const wait = throttledUntil - performance.now();
    if (wait <= 0) return;
    if (performance.now() + wait > endsAt) {
      const seconds = Math.ceil(wait / 1000);
      throw new SourceError('UPSTREAM_THROTTLED', `${label} asked for a pause that lasts another ${seconds} s. Try again then, and with fewer queries at once.`, { retryAfterSeconds: seconds });
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined);
  }

  function note(failure: SourceError): void {
    if (isOutage(failure)) outage.begin();
    else outage.end();
    noteThrottle(failure);
  }

  function noteThrottle({ httpStatus, retryAfterSeconds }: SourceError): void {
    if (httpStatus === null || retryAfterSeconds === null) return;
    throttledUntil = Math.max(throttledUntil, performance.now() + retryAfterSeconds * 1000);
  }

  function circuitIsOpen(cause: unknown): SourceError {
    const retryAfterSeconds = PROBE_AFTER_MS / 1000;
    return new SourceError('UPSTREAM_CIRCUIT_OPEN', `${label} failed several times in a row and is left alone for a moment. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds, cause });
  }

  return {
    async run(attempt, signal, endsAt) {
      budget.deposit();
      let seen: SourceError | undefined;
      const isAmidOutage = outage.isOn;
      try {
        return await policy.execute(async () => {
          await waitForTurn(signal, endsAt);
          try {
            const answer = await (isAmidOutage ? outage.run(attempt, signal) : attempt(signal));
            outage.end();
            return answer;
          } catch (failure) {
            if (failure instanceof SourceError && !settled.has(failure)) note((seen = failure));
            throw failure;
          }
        }, signal);
      } catch (failure) {
        // What the upstream did says more than why it was not asked once more.
        const told = failure instanceof SourceError ? failure : seen;
        if (told !== undefined) {
          settled.add(told);
          throw told;
        }
        if (failure instanceof BrokenCircuitError) throw circuitIsOpen(failure);
        throw failure instanceof TaskCancelledError ? new BudgetSpentError() : failure;
      }
    },
    get retryAt() {
      const until = Math.max(throttledUntil, breaker.state === CircuitState.Open ? probeAt : 0) - performance.now();
      return until > 0 ? new Date(Date.now() + until) : null;
    },
  };
}

/** The network, and what the upstream itself calls a failure of its own. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof SourceError) || settled.has(error)) return false;
  const isOfNetwork = error.httpStatus === null && (error.code === 'UPSTREAM_UNREACHABLE' || error.code === 'UPSTREAM_TIMEOUT');
  return isOfNetwork || (error.code === 'UPSTREAM_ERROR' && (error.httpStatus ?? 0) >= 500);
}

/** What another attempt may mend: outages, failures inside a 200, throttling that ends soon, and answers that did not arrive as they were sent. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof SourceError) || settled.has(error) || !error.isRetryable) return false;
  // A wait that is longer than any operation is not begun.
  if (error.code === 'UPSTREAM_THROTTLED') return error.httpStatus !== null && (error.retryAfterSeconds ?? 0) * 1000 < OPERATION_MS;
  return isOutage(error) || error.code === 'UPSTREAM_TIMEOUT' || error.code === 'UPSTREAM_ERROR' || error.code === 'UPSTREAM_BAD_RESPONSE';
}
