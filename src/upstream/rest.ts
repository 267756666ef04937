import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { LONGEST_REST_MS, LOOK_AT_REST_MS } from '../deadlines.js';
import { SourceError } from '../errors.js';
import { unlessLeft } from './leaving.js';
import type { Patience } from '../shared-memory/patience.js';

/**
 * Leaves an upstream alone for a while, on the monotonic clock. When it is time again, one attempt goes first, and the others wait to see
 * how it fares.
 */
export interface Rest {
  /** Waits where the upstream asked for a pause that ends in time; throws where there is nothing to wait for. */
  enter(signal: AbortSignal, endsAt: number, patience?: Patience): Promise<Permit>;
  /** Milliseconds that it lasts from now on, 0 where it is over. */
  readonly leftMs: number;
  /** Null where it is over. */
  readonly cause: Cause['kind'] | null;
}

/** The leave to make one attempt. */
export interface Permit {
  readonly isTrial: boolean;
  /** Throws `MISSED` where the upstream is left alone since; to be called just before a call is sent. */
  check(): void;
  /** Where replicas share the rest: waits for leave to send a call, before it is checked; throws as `check` does. */
  readonly admit: ((signal: AbortSignal) => Promise<void>) | null;
  succeeded(): void;
  /** `cause` for leaving it alone; null where the upstream answered, and not well, but that is no cause. */
  failed(cause: Cause | null): void;
  /** Whatever came of it. */
  end(): void;
}

export type Cause =
  /** It asked for so many seconds. */
  | { readonly kind: 'throttled'; readonly seconds: number }
  /** It will not have us, and does not say for how long. */
  | { readonly kind: 'refused'; readonly error: SourceError }
  /** It does not answer. */
  | { readonly kind: 'down' };

/** Of an attempt whose permit has passed while it waited to be sent. */
export const MISSED = new Error('The upstream is left alone meanwhile.');

const FIRST_COOL_DOWN_MS = 5_000;
const LONGEST_COOL_DOWN_MS = 60_000;
const DOWN_MS = 2_000;
const LONGEST_BY_KIND = { throttled: LONGEST_REST_MS, refused: LONGEST_COOL_DOWN_MS, down: DOWN_MS };

export interface Pause {
  /** Of this pause alone, over all replicas. */
  readonly id: string;
  readonly cause: Cause;
  readonly until: number;
  /** When the next attempt may go first. */
  readonly trialAt: number;
}

/** What one process knows of a rest, and what it can be told. */
export interface OwnRest extends Rest {
  /** Null where there is none, or an attempt has shown since that it is over. */
  readonly pause: Pause | null;
  /** In a row. */
  readonly coolDowns: number;
  /** Of a pause that another replica has found; gives whether it is news. The longer of two holds, and none longer than one found here may. */
  learn(found: Pause, coolDowns: number): boolean;
  /** Another replica has seen that it is over. */
  lift(): void;
}

/** `label`: what is left alone, for messages. `now`: a monotonic clock in milliseconds. */
export function createRest(label: string, now: () => number = () => performance.now()): OwnRest {
  let pause: Pause | null = null;
  let trial: { readonly ended: Promise<void>; end(): void } | null = null;
  /** In a row. */
  let coolDowns = 0;

  async function enter(signal: AbortSignal, endsAt: number): Promise<Permit> {
    for (;;) {
      if (pause === null) return createPermit(false);
      const waitMs = pause.trialAt - now();
      if (waitMs > 0) {
        if (pause.cause.kind !== 'throttled' || pause.until > endsAt) throw refusal(pause);
        await unlessLeft(sleep(waitMs), signal);
      } else if (trial === null) {
        return createPermit(true);
      } else {
        await unlessLeft(trial.ended, signal);
      }
    }
  }

  function createPermit(isTrial: boolean): Permit {
    if (isTrial) trial = createSignal();
    return {
      isTrial,
      admit: null,
      check() {
        if (pause !== null && !isTrial) throw MISSED;
      },
      succeeded() {
        if (isTrial) pause = null;
        if (pause === null) coolDowns = 0;
      },
      failed(cause) {
        const at = now();
        const until = cause === null ? 0 : at + lengthOf(cause);
        // What was under way when the pause began says nothing new, unless it was asked for.
        const isNews = pause === null || isTrial || cause?.kind === 'throttled';
        if (cause !== null && isNews && until > (pause?.until ?? 0)) {
          pause = { id: randomBytes(12).toString('base64url'), cause, until, trialAt: Math.min(until, at + LOOK_AT_REST_MS) };
          if (cause.kind === 'refused') coolDowns += 1;
        } else if (isTrial && pause !== null) {
          pause = at < pause.until ? { ...pause, trialAt: Math.min(pause.until, at + LOOK_AT_REST_MS) } : null;
        }
      },
      end() {
        if (!isTrial) return;
        trial?.end();
        trial = null;
      },
    };
  }

  function lengthOf(cause: Cause): number {
    if (cause.kind === 'throttled') return Math.min(cause.seconds * 1000, LONGEST_REST_MS);
    return cause.kind === 'down' ? DOWN_MS : Math.min(FIRST_COOL_DOWN_MS * 2 ** coolDowns, LONGEST_COOL_DOWN_MS);
  }

  function refusal({ cause, until }: Pause): SourceError {
    if (cause.kind === 'refused') return cause.error;
    if (cause.kind === 'down') {
      const retryAfterSeconds = DOWN_MS / 1000;
      return new SourceError('UPSTREAM_CIRCUIT_OPEN', `${label} failed several times in a row and is left alone for a moment. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
    }
    const retryAfterSeconds = Math.ceil((until - now()) / 1000);
    return new SourceError('UPSTREAM_THROTTLED', `${label} asked for a pause that lasts another ${retryAfterSeconds} s. Try again then, and with fewer queries at once.`, { retryAfterSeconds });
  }

  return {
    enter,
    learn(found, count) {
      const before = pause;
      const until = Math.min(found.until, now() + LONGEST_BY_KIND[found.cause.kind]);
      const isNews = before?.id !== found.id && until > (before?.until ?? 0);
      const trialAt = before === null || before.id === found.id ? found.trialAt : Math.max(before.trialAt, found.trialAt);
      pause = before === null || isNews ? { ...found, until, trialAt } : { ...before, trialAt };
      if (isNews && found.cause.kind === 'refused') coolDowns = count;
      return isNews;
    },
    lift() {
      pause = null;
      coolDowns = 0;
    },
    get pause() {
      return pause;
    },
    get coolDowns() {
      return coolDowns;
    },
    get leftMs() {
      return pause === null ? 0 : Math.max(0, pause.until - now());
    },
    get cause() {
      return pause !== null && pause.until > now() ? pause.cause.kind : null;
    },
  };
}

function createSignal(): { readonly ended: Promise<void>; end(): void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}
