import { performance } from 'node:perf_hooks';

/** How long one request waits for the store, in sum; what the process is busy with itself does not count. */
export interface Patience {
  /** Null where the answer came too late, and at once where nothing is left. */
  wait<T>(answer: () => Promise<T>): Promise<T | null>;
}

const STEP_MS = 5;

interface Waiter {
  giveUp(): void;
}

export function createPatience(most: number): Patience {
  let left = most;
  let timer: NodeJS.Timeout | null = null;
  let countedAt = 0;
  /** Several wait at the same time for what is counted once. */
  const waiters: Waiter[] = [];

  function watch(): void {
    countedAt = performance.nodeTiming.idleTime;
    timer = setTimeout(look, STEP_MS);
  }

  /** A timer can be late, and answers lie there that have not been read yet: they are, before the step counts. */
  function look(): void {
    const own = timer;
    setImmediate(() => {
      if (timer !== own) return;
      left -= STEP_MS;
      if (left > 0) return watch();
      timer = null;
      for (const waiter of waiters.splice(0)) waiter.giveUp();
    });
  }

  function leave(waiter: Waiter): void {
    const index = waiters.indexOf(waiter);
    if (index < 0) return;
    waiters.splice(index, 1);
    if (waiters.length > 0 || timer === null) return;
    clearTimeout(timer);
    timer = null;
    left -= Math.min(STEP_MS, performance.nodeTiming.idleTime - countedAt);
  }

  return {
    wait<T>(answer: () => Promise<T>): Promise<T | null> {
      if (left <= 0) return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        const waiter: Waiter = { giveUp: () => resolve(null) };
        waiters.push(waiter);
        if (timer === null) watch();
        answer()
          .then(resolve, reject)
          .finally(() => leave(waiter));
      });
    },
  };
}
