import { BudgetSpentError } from '../errors.js';

/** What one operation may spend on upstream calls, shared by its fields. */
export interface Budget {
  /** Throws where there is nothing left to start another call with. */
  check(): void;
  /** Counts an attempt; throws where none is left. */
  spend(): void;
  /** Attempts so far. */
  readonly spent: number;
}

const TIME_MS = 15_000;

export function createBudget(calls: number, signal: AbortSignal): Budget {
  const endsAt = performance.now() + TIME_MS;
  let spent = 0;
  return {
    check() {
      if (spent >= calls || performance.now() >= endsAt || signal.aborted) throw new BudgetSpentError();
    },
    spend() {
      if (spent >= calls) throw new BudgetSpentError();
      spent += 1;
    },
    get spent() {
      return spent;
    },
  };
}
