import { setTimeout as sleep } from 'node:timers/promises';

import { unlessLeft } from './leaving.js';

/** Calls evenly spaced. A call takes its turn when it is sent, so that those that are given up cost nothing. */
export interface Pace {
  /** Milliseconds until the next call may be sent. */
  readonly waitMs: number;
  /** A call is sent. */
  take(): void;
  /** Waits for a turn and takes it. */
  turn(signal: AbortSignal): Promise<void>;
  /** There is no turn for so many milliseconds: other replicas have had theirs. */
  defer(milliseconds: number): void;
}

/** Timers are late by some milliseconds; what is lost to that is caught up with. */
const LATE_MS = 10;

/** `now`: a monotonic clock in milliseconds. */
export function createPace(callsPerSecond: number, now: () => number = () => performance.now()): Pace {
  let dueAt = Number.NEGATIVE_INFINITY;
  const waitMs = (): number => Math.max(0, dueAt - now());
  const take = (): void => void (dueAt = Math.max(dueAt, now() - LATE_MS) + 1000 / callsPerSecond);
  return {
    get waitMs() {
      return waitMs();
    },
    take,
    async turn(signal) {
      while (waitMs() > 0) await unlessLeft(sleep(waitMs()), signal);
      take();
    },
    defer: (milliseconds) => void (dueAt = Math.max(dueAt, now() + milliseconds)),
  };
}
