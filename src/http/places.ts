import type { ServerResponse } from 'node:http';

/** Room for operations at the same time. A place is held until the answer is sent or its connection is closed. */
export interface Places {
  /** `gone`: the client left, and nobody is to be answered. */
  take(caller: string, answer: ServerResponse): Promise<'taken' | 'full' | 'gone'>;
  /** Whether others wait, or did so just now, while the caller of this answer holds more than its share. */
  isCrowding(answer: ServerResponse): boolean;
  readonly taken: number;
}

/** One in so many places is a caller's own. */
const SHARES = 4;

/** For so long after a caller had to wait, others get no more than their share: it will ask again. */
const PRESSED_MS = 10_000;

/**
 * One caller may hold all places while nobody else wants one. Once all are taken, a caller with fewer than a quarter of them waits for up
 * to `waitMs` and gets the next that is free; whoever has a quarter or more is refused, and gets no more while others wait or did so just
 * now.
 */
export function createPlaces(total: number, waitMs: number): Places {
  const share = Math.max(1, Math.floor(total / SHARES));
  const callers = new WeakMap<ServerResponse, string>();
  /** Places held and waited for. */
  const wanted = new Map<string, number>();
  /** What to call when a place is free, in the order in which they came. */
  const waiting = new Set<() => void>();
  /** When a caller last had to wait. */
  const waitedAt = new Map<string, number>();
  let taken = 0;

  function isPressed(caller: string): boolean {
    for (const [other, at] of waitedAt) {
      if (performance.now() - at > PRESSED_MS) waitedAt.delete(other);
      else if (other !== caller) return true;
    }
    return false;
  }

  function want(caller: string, more: 1 | -1): void {
    const now = (wanted.get(caller) ?? 0) + more;
    if (now === 0) wanted.delete(caller);
    else wanted.set(caller, now);
  }

  function hold(caller: string, answer: ServerResponse): 'taken' {
    taken += 1;
    answer.once('close', () => {
      taken -= 1;
      want(caller, -1);
      const [next] = waiting;
      next?.();
    });
    return 'taken';
  }

  function wait(caller: string, answer: ServerResponse): Promise<'taken' | 'full' | 'gone'> {
    waitedAt.set(caller, performance.now());
    return new Promise((resolve) => {
      const end = (outcome: 'taken' | 'full' | 'gone'): void => {
        waiting.delete(enter);
        clearTimeout(timer);
        answer.off('close', leave);
        if (outcome === 'taken') hold(caller, answer);
        else want(caller, -1);
        resolve(outcome);
      };
      const enter = (): void => end('taken');
      const leave = (): void => end('gone');
      const timer = setTimeout(() => end('full'), waitMs).unref();
      answer.once('close', leave);
      waiting.add(enter);
    });
  }

  return {
    async take(caller, answer) {
      // No `close` comes any more.
      if (answer.destroyed) return 'gone';
      const isFull = taken >= total;
      const hasShare = (wanted.get(caller) ?? 0) >= share;
      if (hasShare ? isFull || isPressed(caller) : isFull && waiting.size >= total) return 'full';
      callers.set(answer, caller);
      want(caller, 1);
      return isFull ? wait(caller, answer) : hold(caller, answer);
    },
    isCrowding(answer) {
      const caller = callers.get(answer);
      return caller !== undefined && (wanted.get(caller) ?? 0) > share && isPressed(caller);
    },
    get taken() {
      return taken;
    },
  };
}
