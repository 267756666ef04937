import type { Patience } from './patience.js';

/** Of all who wait for the same: it ends with the first of theirs. */
export interface CommonPatience extends Patience {
  join(patience: Patience): void;
}

export function createCommonPatience(first: Patience): CommonPatience {
  const all = [first];
  /** Has one more wait for what is waited for now. */
  let joinIn: ((patience: Patience) => void) | null = null;
  return {
    wait<T>(answer: () => Promise<T>): Promise<T | null> {
      let asked: Promise<T> | null = null;
      const ask = (): Promise<T> => (asked ??= answer());
      return new Promise<T | null>((resolve, reject) => {
        joinIn = (patience) => void patience.wait(ask).then(resolve, reject);
        all.forEach(joinIn);
      }).finally(() => (joinIn = null));
    },
    join(patience) {
      if (all.includes(patience)) return;
      all.push(patience);
      joinIn?.(patience);
    },
  };
}
