import { LONGEST_REST_MS, LOOK_AT_REST_MS, TRIAL_MS } from '../deadlines.js';
import type { Patience } from './patience.js';
import { createPauseSeal, type SharedPause } from './pause.js';
import type { Sharing } from './sharing.js';
import { createScript } from './store.js';

/** What replicas know together of one upstream that is left alone. */
export interface SharedRest {
  /** Asks for leave to send a call, and for its turn where calls have one. Null where the store is away: then each replica goes by what it knows. */
  ask(trial: Trial | null, patience: Patience): Promise<Leave | null>;
  /** The same, where no call is about to be sent. */
  look(trial: Trial | null, patience: Patience): Promise<Found | null>;
  /** A pause was found, or is tried again later; the longer of two holds. */
  put(pause: SharedPause): void;
  /** The upstream is well again, or the pause is over. */
  lift(id: string): void;
  /** Another may go first. */
  endTrial(trial: Trial): void;
}

/** The attempt that would go first. */
export interface Trial {
  readonly id: string;
  /** Whether it goes whoever else does. */
  readonly isOverdue: boolean;
}

export type Leave = Found & {
  /** Until a turn is to be asked for again; 0 where this call has had its own. */
  readonly waitMs: number;
};

export type Found =
  | { readonly kind: 'none' }
  /** What was known by this id is over. */
  | { readonly kind: 'lifted'; readonly id: string }
  /** `trial`: it is time, and this attempt is the one; `waits`: it is time, and the attempt of another is. */
  | { readonly kind: 'rests' | 'trial' | 'waits'; readonly pause: SharedPause };

/** Where calls have turns: one a period, over all upstreams. */
export interface SharedTurns {
  readonly name: string;
  readonly periodMs: number;
  /** Told until when another call need not ask for one. */
  defer(milliseconds: number): void;
}

/** A pause that is over is kept for those who have not heard of it: they see how the trial fares. */
const KEPT_MS = 60_000;
/** As the pace of one process catches up with late timers. */
const LATE_MS = 10;
const LONGEST_PERIOD_MS = 1000;
const MOST_CAUSE_BYTES = 8192;

/** What is there and cannot be is absent. */
const RECORD = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + time[2] / 1000
  local id, lasts, trialAt, cause, trial, trialEnds, isLifted = unpack(redis.pcall('HMGET', KEYS[1], 'id', 'lasts', 'trialAt', 'cause', 'trial', 'trialEnds', 'isLifted'))
  lasts, trialAt, trialEnds = tonumber(lasts), tonumber(trialAt), tonumber(trialEnds)
  if not (id and lasts and trialAt and cause and #id <= 64 and #cause <= ${MOST_CAUSE_BYTES} and lasts <= now + ${LONGEST_REST_MS} and trialAt <= now + ${LOOK_AT_REST_MS} and trialAt <= lasts) then
    redis.call('DEL', KEYS[1])
    id = nil
  end
  if not (trialEnds and trialEnds > now and trialEnds <= now + ${TRIAL_MS}) then trial = nil end
`;

const ask = createScript(
  `${RECORD}
   local found = 'rests'
   if not id then found = 'none'
   elseif isLifted == '1' then found = 'lifted'
   elseif now >= trialAt then
     found = 'waits'
     if ARGV[1] ~= '' and (not trial or trial == ARGV[1] or ARGV[2] == '1') then
       found = 'trial'
       redis.pcall('HSET', KEYS[1], 'trial', ARGV[1], 'trialEnds', now + ${TRIAL_MS})
     end
   end
   local wait, next = 0, 0
   if KEYS[2] and found ~= 'rests' and found ~= 'waits' then
     local period = tonumber(ARGV[3])
     local due = redis.pcall('GET', KEYS[2])
     due = type(due) == 'string' and tonumber(due)
     if not (due and due <= now + ${LONGEST_PERIOD_MS} and due >= now - ${LATE_MS}) then due = now - ${LATE_MS} end
     if due > now then
       wait, next = due - now, due - now + period
     else
       redis.pcall('SET', KEYS[2], due + period, 'PX', ${2 * LONGEST_PERIOD_MS})
       next = due + period - now
     end
   end
   if not id then id, lasts, trialAt, cause = '', now, now, '' end
   return { found, id, math.ceil(math.max(0, lasts - now)), math.ceil(math.max(0, trialAt - now)), cause, math.ceil(wait), math.ceil(next) }`,
  readAnswer,
);

const put = createScript(
  `${RECORD}
   if id and id ~= ARGV[1] and isLifted ~= '1' and lasts >= now + ARGV[2] then return 0 end
   redis.call('HSET', KEYS[1], 'id', ARGV[1], 'lasts', now + ARGV[2], 'trialAt', now + ARGV[3], 'cause', ARGV[4], 'trial', '', 'trialEnds', 0, 'isLifted', 0)
   return redis.call('PEXPIRE', KEYS[1], ARGV[2] + ${KEPT_MS})`,
  () => null,
);

const lift = createScript(
  `${RECORD}
   if id == ARGV[1] then redis.call('HSET', KEYS[1], 'isLifted', 1) end
   return 1`,
  () => null,
);

const endTrial = createScript(
  `${RECORD}
   if id and trial == ARGV[1] then redis.call('HSET', KEYS[1], 'trial', '', 'trialEnds', 0) end
   return 1`,
  () => null,
);

/** `parts`: what replicas that share it have in common. `turns`: null where calls have none. */
export function createSharedRest({ store, vault }: Pick<Sharing, 'store' | 'vault'>, parts: readonly string[], turns: SharedTurns | null): SharedRest {
  const name = vault.nameOf('rest', parts);
  const seal = createPauseSeal(vault, name);

  function found({ kind, id, leftMs, trialMs, cause }: Answer): Found {
    if (kind === 'none') return { kind };
    if (kind === 'lifted') return { kind, id };
    const opened = seal.open(cause);
    if (opened !== null) return { kind, pause: { id, leftMs, trialMs, ...opened } };
    // No replica has written this.
    store.post(lift, [name], [id]);
    return { kind: 'none' };
  }

  const run = (names: readonly string[], trial: Trial | null, patience: Patience): Promise<Answer | null> =>
    store.run(ask, names, [trial?.id ?? '', trial?.isOverdue === true ? 1 : 0, turns?.periodMs ?? 0], patience);

  return {
    async ask(trial, patience) {
      const answer = await run(turns === null ? [name] : [name, turns.name], trial, patience);
      if (answer === null) return null;
      turns?.defer(answer.nextMs);
      return { ...found(answer), waitMs: answer.waitMs };
    },
    async look(trial, patience) {
      const answer = await run([name], trial, patience);
      return answer && found(answer);
    },
    put: (pause) => store.post(put, [name], [pause.id, Math.ceil(pause.leftMs), Math.ceil(pause.trialMs), seal.close(pause)]),
    lift: (id) => store.post(lift, [name], [id]),
    endTrial: ({ id }) => store.post(endTrial, [name], [id]),
  };
}

interface Answer extends Pick<SharedPause, 'id' | 'leftMs' | 'trialMs'>, Pick<Leave, 'kind' | 'waitMs'> {
  /** Until another call may have a turn. */
  readonly nextMs: number;
  readonly cause: Uint8Array;
}

const kinds: readonly string[] = ['none', 'lifted', 'rests', 'trial', 'waits'] satisfies Found['kind'][];

function readAnswer(answer: unknown): Answer | null {
  const [kind, id, leftMs, trialMs, cause, waitMs, nextMs] = Array.isArray(answer) ? (answer as unknown[]) : [];
  if (!(kind instanceof Uint8Array && id instanceof Uint8Array && cause instanceof Uint8Array) || !kinds.includes(kind.toString())) return null;
  if (!isWithin(leftMs, LONGEST_REST_MS) || !isWithin(trialMs, leftMs) || !isWithin(waitMs, LONGEST_PERIOD_MS) || !isWithin(nextMs, 2 * LONGEST_PERIOD_MS)) return null;
  return { kind: kind.toString() as Found['kind'], id: id.toString(), leftMs, trialMs, cause, waitMs, nextMs };
}

const isWithin = (value: unknown, most: number): value is number => typeof value === 'number' && value >= 0 && value <= most;
