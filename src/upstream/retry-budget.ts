import type { Patience } from '../shared-memory/patience.js';
import type { SharedRetries } from '../shared-memory/retries.js';

/** Bounds how much retries add to the calls that are made anyway. */
export interface RetryBudget {
  /** A call is made. */
  deposit(): void;
  /** Whether one more retry may be made; takes it. A promise where replicas share the budget. */
  take(patience?: Patience): boolean | Promise<boolean>;
  /** The retry that was taken is not made. */
  giveBack(): void;
}

/** Of one process. */
export interface OwnRetryBudget extends RetryBudget {
  take(): boolean;
}

export const RETRY_RATES = { perCall: 0.2, perSecond: 3, most: 10 };

/** `now`: a monotonic clock in milliseconds. */
export function createRetryBudget(now: () => number = () => performance.now()): OwnRetryBudget {
  const { perCall, perSecond, most } = RETRY_RATES;
  let left = perSecond;
  let countedAt = now();
  const add = (amount: number): void => void (left = Math.min(most, left + amount));
  return {
    deposit: () => add(perCall),
    take() {
      const at = now();
      add(((at - countedAt) / 1000) * perSecond);
      countedAt = at;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    giveBack: () => add(1),
  };
}

/** Never more than `own` alone would allow, and where the store is away as much. */
export function shareRetryBudget(own: OwnRetryBudget, shared: SharedRetries, createPatience: () => Patience): RetryBudget {
  /** Not told yet. */
  let calls = 0;
  return {
    deposit() {
      own.deposit();
      calls += 1;
    },
    async take(patience = createPatience()) {
      if (!own.take()) return false;
      const told = calls;
      calls = 0;
      const isLeft = (await shared.take(told, patience)) !== false;
      if (!isLeft) own.giveBack();
      return isLeft;
    },
    giveBack() {
      own.giveBack();
      shared.giveBack();
    },
  };
}
