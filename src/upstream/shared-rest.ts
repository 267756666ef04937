import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { TRIAL_MS } from '../deadlines.js';
import type { Patience } from '../shared-memory/patience.js';
import type { SharedPause } from '../shared-memory/pause.js';
import type { Found, SharedRest, Trial } from '../shared-memory/rests.js';
import { unlessLeft } from './leaving.js';
import { MISSED, type Cause, type OwnRest, type Pause, type Permit, type Rest } from './rest.js';

/** How soon, and how seldom at most, it is looked for how another replica's trial fares. */
const FIRST_LOOK_MS = 50;
const LAST_LOOK_MS = 1_000;

/**
 * A rest that all replicas keep. Each of them goes by what it knows itself, and learns what the others have found where its attempts begin
 * and where its calls are sent. `onChange` is told of causes that were learned, and null where what was known is over.
 */
export function shareRest(own: OwnRest, shared: SharedRest, createPatience: () => Patience, onChange: (cause: Cause['kind'] | null) => void, now: () => number = () => performance.now()): Rest {
  function learn(found: Found): void {
    if (found.kind === 'lifted' && own.pause?.id === found.id) {
      own.lift();
      return onChange(null);
    }
    if ('pause' in found && own.learn(pauseOf(found.pause), found.pause.coolDowns)) return onChange(found.pause.kind);
    // What was told before is lost, or shorter than what is known here.
    if (own.pause !== null && !('pause' in found && found.pause.id === own.pause.id)) tell(own.pause);
  }

  function tell({ id, cause, until, trialAt }: Pause): void {
    const at = now();
    const leftMs = until - at;
    if (leftMs <= 0) return;
    // Learned at different times, the two instants may have changed places.
    const trialMs = Math.min(leftMs, Math.max(0, trialAt - at));
    shared.put({ id, kind: cause.kind, error: cause.kind === 'refused' ? cause.error : null, coolDowns: own.coolDowns, leftMs, trialMs });
  }

  function pauseOf({ id, kind, error, leftMs, trialMs }: SharedPause): Pause {
    const at = now();
    const cause = kind === 'throttled' ? { kind, seconds: leftMs / 1000 } : kind === 'refused' && error !== null ? { kind, error } : { kind: 'down' as const };
    return { id, cause, until: at + leftMs, trialAt: at + trialMs };
  }

  /** That this attempt goes first, of all replicas; null where there is none to make, now or any more. */
  async function lead(signal: AbortSignal, patience: Patience): Promise<Trial | null> {
    const id = randomBytes(12).toString('base64url');
    const overdueAt = now() + TRIAL_MS;
    for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(2 * waitMs, LAST_LOOK_MS)) {
      const trial = { id, isOverdue: now() >= overdueAt };
      const found = await shared.look(trial, patience);
      if (found === null) return trial;
      learn(found);
      if (found.kind !== 'waits') return found.kind !== 'rests' && own.pause !== null ? trial : null;
      await unlessLeft(sleep(waitMs), signal);
    }
  }

  function sharePermit(permit: Permit, trial: Trial | null, patience: Patience): Permit {
    function telling(change: () => void): void {
      const before = own.pause;
      change();
      if (own.pause === before) return;
      if (own.pause !== null) tell(own.pause);
      else if (before !== null) shared.lift(before.id);
    }
    return {
      isTrial: permit.isTrial,
      async admit(signal) {
        for (;;) {
          const leave = await shared.ask(trial, patience);
          if (leave === null) return;
          learn(leave);
          if (leave.kind === 'rests' || leave.kind === 'waits') throw MISSED;
          if (leave.waitMs === 0) return;
          await unlessLeft(sleep(leave.waitMs), signal);
        }
      },
      check: () => permit.check(),
      succeeded: () => telling(() => permit.succeeded()),
      failed: (cause) => telling(() => permit.failed(cause)),
      end() {
        permit.end();
        if (trial !== null) shared.endTrial(trial);
      },
    };
  }

  return {
    async enter(signal, endsAt, patience = createPatience()) {
      for (;;) {
        if (own.pause !== null) {
          const found = await shared.look(null, patience);
          if (found !== null) learn(found);
        }
        const permit = await own.enter(signal, endsAt);
        if (!permit.isTrial) return sharePermit(permit, null, patience);
        let trial: Trial | null = null;
        try {
          trial = await lead(signal, patience);
        } finally {
          if (trial === null) permit.end();
        }
        if (trial !== null) return sharePermit(permit, trial, patience);
      }
    },
    get leftMs() {
      return own.leftMs;
    },
    get cause() {
      return own.cause;
    },
  };
}
