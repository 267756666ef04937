import { setTimeout as sleep } from 'node:timers/promises';

import { OPERATION_MS } from '../deadlines.js';
import { BudgetSpentError, SourceError } from '../errors.js';
import type { Patience } from '../shared-memory/patience.js';
import type { SharedGuard } from '../shared-memory/throttle.js';
import { unlessLeft } from './leaving.js';
import { createOutage } from './outage.js';
import { createRest, MISSED, type Cause, type Permit } from './rest.js';
import { createRetryBudget, shareRetryBudget } from './retry-budget.js';
import { shareRest } from './shared-rest.js';

/** Stands before one upstream: tries again what may pass, waits when told to, and leaves alone what is down or will not have us. */
export interface Guard {
  /** `signal` ends everything; `endsAt` says when, on the monotonic clock. Each attempt is given a signal of its own. */
  run<T>(attempt: GuardedAttempt<T>, signal: AbortSignal, endsAt: number, patience?: Patience): Promise<T>;
  /** Until when the upstream is left alone; null where it is not. */
  readonly retryAt: Date | null;
  /** Why it is left alone now; null where it is not. */
  readonly cause: Cause['kind'] | null;
}

export type GuardedAttempt<T> = (signal: AbortSignal, sending: Sending) => Promise<T>;

/** What an attempt says of its calls. */
export interface Sending {
  /** A call is about to be sent; throws where it must not be. */
  check(): void;
  /** As a permit has it; to be called before that. */
  readonly admit: Permit['admit'];
  /** A token was refused that was fresh. */
  refused(): void;
}

const RETRIES = 2;
const FIRST_BACKOFF_MS = 250;
const FAILURES_TO_OPEN = 5;
const LOOK_EVERY_MS = 2_000;

/** Errors that have passed a guard: that of the identity service stands behind those of the sources, which need not try again. */
const settled = new WeakSet<Error>();

/** `label`: what is behind the guard, for messages. `shared`: what other replicas know of it, null where there are none. */
export function createGuard(label: string, shared: SharedGuard | null = null): Guard {
  const ownBudget = createRetryBudget();
  const budget = shared === null ? ownBudget : shareRetryBudget(ownBudget, shared.retries, shared.createPatience);
  const outage = createOutage(LOOK_EVERY_MS, () => budget.take());
  const ownRest = createRest(label);
  const rest = shared === null ? ownRest : shareRest(ownRest, shared.rest, shared.createPatience, learn);
  /** Of the network or the upstream itself, in a row. */
  let outages = 0;

  /** What another replica has found is as if it had been found here. */
  function learn(cause: Cause['kind'] | null): void {
    if (cause === 'down') {
      outage.begin();
      outages = Math.max(outages, FAILURES_TO_OPEN);
    } else if (cause === null) {
      outage.end();
      outages = 0;
    }
  }

  function note(failure: SourceError, permit: Permit, isRefused: boolean, isLast: boolean): void {
    if (isOutage(failure)) outage.begin();
    else outage.end();
    outages = isOutage(failure) ? outages + 1 : 0;
    permit.failed(causeOf(failure, isRefused, isLast || permit.isTrial));
  }

  function causeOf(failure: SourceError, isRefused: boolean, isEnough: boolean): Cause | null {
    const seconds = failure.httpStatus === null ? 0 : (failure.retryAfterSeconds ?? 0);
    if (outages >= FAILURES_TO_OPEN && seconds * 1000 < LOOK_EVERY_MS) return { kind: 'down' };
    if (seconds > 0) return { kind: 'throttled', seconds };
    return isRefused || (failure.code === 'UPSTREAM_THROTTLED' && isEnough) ? { kind: 'refused', error: failure } : null;
  }

  return {
    async run<T>(attempt: GuardedAttempt<T>, signal: AbortSignal, endsAt: number, patience = shared?.createPatience()): Promise<T> {
      budget.deposit();
      const isAmidOutage = outage.isOn;
      let seen: SourceError | undefined;
      for (let retries = 0; ; ) {
        const permit = await rest.enter(signal, endsAt, patience).catch((refusal: Error) => {
          // The one that was taken is not made.
          if (retries > 0) budget.giveBack();
          settled.add(refusal);
          // What the upstream did says more than why it was not asked once more.
          throw seen ?? refusal;
        });
        let isRefused = false;
        const sending = { check: () => permit.check(), admit: permit.admit, refused: () => void (isRefused = true) };
        const own = (signal: AbortSignal): Promise<T> => attempt(signal, sending);
        try {
          const answer = await (isAmidOutage ? outage.run(own, signal) : own(signal));
          outages = 0;
          outage.end();
          permit.succeeded();
          return answer;
        } catch (failure) {
          if (failure === MISSED) continue;
          if (failure instanceof BudgetSpentError) throw seen ?? failure;
          if (!(failure instanceof SourceError)) throw failure;
          const may = retries < RETRIES && mayPass(failure) && budget.take(patience);
          const isLast = !(may instanceof Promise ? await may : may);
          if (!settled.has(failure)) note((seen = failure), permit, isRefused, isLast);
          if (isLast) {
            settled.add(failure);
            throw failure;
          }
        } finally {
          permit.end();
        }
        await unlessLeft(sleep(Math.random() * FIRST_BACKOFF_MS * 2 ** retries), signal).catch(() => undefined);
        retries += 1;
      }
    },
    get retryAt() {
      return rest.leftMs > 0 ? new Date(Date.now() + rest.leftMs) : null;
    },
    get cause() {
      return rest.cause;
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
