/** Bounds how much retries add to the calls that are made anyway. */
export interface RetryBudget {
  /** A call is made. */
  deposit(): void;
  /** Whether one more retry may be made; takes it. */
  take(): boolean;
  /** The retry that was taken is not made. */
  giveBack(): void;
}

const PER_CALL = 0.2;
const PER_SECOND = 3;
const MOST = 10;

/** `now`: a monotonic clock in milliseconds. */
export function createRetryBudget(now: () => number = () => performance.now()): RetryBudget {
  let left = PER_SECOND;
  let countedAt = now();
  const add = (amount: number): void => void (left = Math.min(MOST, left + amount));
  return {
    deposit: () => add(PER_CALL),
    take() {
      const at = now();
      add(((at - countedAt) / 1000) * PER_SECOND);
      countedAt = at;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    giveBack: () => add(1),
  };
}
