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

  function refuse(): never {
    budget.isOverdrawn = true;
    throw new BudgetSpentError();
  }

  const budget: { -readonly [Name in keyof Budget]: Budget[Name] } = {
    calls,
    spent: 0,
    isOverdrawn: false,
    check() {
      if (budget.spent >= budget.calls || performance.now() >= endsAt) refuse();
      if (signal().aborted) throw new BudgetSpentError();
    },
    spend() {
      if (budget.spent >= budget.calls) refuse();
      budget.spent += 1;
    },
    limitTo(fewer) {
      budget.calls = Math.min(budget.calls, fewer);
    },
  };
  return budget;
}
