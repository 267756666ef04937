/** One reading for whoever comes for it within a minute. */
export interface KeptReading<T> {
  /** Begins a reading where the last one began a minute ago or earlier; waits for the one that is under way, so long at most. */
  refresh(limitMs: number): Promise<void>;
  /** What was read last, and how long ago that began; null where there is none yet. */
  latest(): Kept<T> | null;
  /** Breaks off what is under way; nothing is read any more. */
  close(): void;
}

export interface Kept<T> {
  readonly value: T;
  readonly ageMs: number;
}

const EVERY_MS = 60_000;

/** `read` ends soon after its signal is aborted. What it throws is told to `onFailure`. */
export function keepReading<T>(read: (signal: AbortSignal) => Promise<T>, onFailure: (error: unknown) => void): KeptReading<T> {
  const closing = new AbortController();
  let kept: { readonly value: T; readonly beganAt: number } | null = null;
  let underWay: Promise<void> | null = null;
  let dueAt = -Infinity;

  async function begin(beganAt: number): Promise<void> {
    try {
      kept = { value: await read(closing.signal), beganAt };
    } catch (error) {
      if (!closing.signal.aborted) onFailure(error);
    } finally {
      underWay = null;
    }
  }

  return {
    async refresh(limitMs) {
      if (closing.signal.aborted) return;
      const now = performance.now();
      if (underWay === null && now >= dueAt) {
        dueAt = now + EVERY_MS;
        underWay = begin(now);
      }
      if (underWay !== null) await atMost(limitMs, underWay);
    },
    latest: () => (kept === null ? null : { value: kept.value, ageMs: performance.now() - kept.beganAt }),
    close: () => closing.abort(),
  };
}

function atMost(limitMs: number, end: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    void end.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
