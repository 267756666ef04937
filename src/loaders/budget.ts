import { CALLING_MS } from '../deadlines.js';
import { BudgetSpentError } from '../errors.js';

/** What one operation may spend on upstream calls, shared by its fields. */
export interface Budget {
  /** Throws where there is nothing left to start another call with. */
  check(): void;
  /** Counts an attempt; throws where none is left. */
  spend(): void;
  /** Makes it smaller. */
  limitTo(calls: number): void;
  /** Attempts in all. */
  readonly calls: number;
  /** Attempts so far. */
  readonly spent: number;
  /** Whether a call was refused, for want of calls or of time. */
  readonly isOverdrawn: boolean;
}

export function createBudget(calls: number, signal: () => AbortSignal): Budget {
  const endsAt = performance.now() + CALLING_MS;
  let limit = calls;
  let spent = 0;
  let isOverdrawn = false;

  function refuse(): never {
    isOverdrawn = true;
    throw new BudgetSpentError();
  }

  return {
    check() {
      if (spent >= limit || performance.now() >= endsAt) refuse();
      if (signal().aborted) throw new BudgetSpentError();
    },
    spend() {
      if (spent >= limit) refuse();
      spent += 1;
    },
    limitTo(fewer) {
      limit = Math.min(limit, fewer);
    },
    get calls() {
      return limit;
    },
    get spent() {
      return spent;
    },
    get isOverdrawn() {
      return isOverdrawn;
    },
  };
}
