export type Attempt<T> = (signal: AbortSignal) => Promise<T>;

/** Whether an upstream is down. A call that began meanwhile may be left waiting long after the end, so that is looked for. */
export interface Outage {
  readonly isOn: boolean;
  /** Makes an attempt of a read that began while it was on. */
  run<T>(attempt: Attempt<T>, signal: AbortSignal): Promise<T>;
  begin(): void;
  end(): void;
}

/** `isAllowed` is asked before each call that nobody asked for. */
export function createOutage(lookEveryMs: number, isAllowed: () => boolean | Promise<boolean>): Outage {
  /** Aborted at the end of the outage; null where there is none. */
  let current: AbortController | null = null;
  let isLookedFor = false;

  /** Beside the attempt others begin, one after another; the first success counts. */
  async function look<T>(attempt: Attempt<T>, signal: AbortSignal): Promise<T> {
    const all = new AbortController();
    let latest = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    isLookedFor = true;
    try {
      return await new Promise<T>((resolve, reject) => {
        attempt(AbortSignal.any([signal, all.signal])).then(resolve, reject);
        timer = setInterval(() => {
          latest.abort();
          latest = new AbortController();
          const own = AbortSignal.any([signal, all.signal, latest.signal]);
          const begin = (may: boolean): void => void (may && !own.aborted && attempt(own).then(resolve, () => undefined));
          const may = isAllowed();
          if (may instanceof Promise) void may.then(begin);
          else begin(may);
        }, lookEveryMs);
      });
    } finally {
      isLookedFor = false;
      clearInterval(timer);
      all.abort();
    }
  }

  /** The attempt is made anew as soon as the outage is over. */
  async function wait<T>(attempt: Attempt<T>, signal: AbortSignal, end: AbortSignal): Promise<T> {
    try {
      return await attempt(AbortSignal.any([signal, end]));
    } catch (failure) {
      if (!end.aborted || signal.aborted) throw failure;
      return attempt(signal);
    }
  }

  return {
    get isOn() {
      return current !== null;
    },
    run(attempt, signal) {
      if (current === null) return attempt(signal);
      return isLookedFor ? wait(attempt, signal, current.signal) : look(attempt, signal);
    },
    begin() {
      current ??= new AbortController();
    },
    end() {
      current?.abort();
      current = null;
    },
  };
}
