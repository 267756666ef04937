import type { Patience } from './patience.js';
import { createScript, type Script, type Store } from './store.js';
import type { Vault } from './vault.js';

/** What callers may spend, in buckets that all replicas charge. A full one is as good as none. */
export interface Quotas {
  /** A cost below zero is given back. Null where the store does not tell. */
  charge(caller: string, cost: number, terms: Terms, patience: Patience): Promise<Charge | null>;
  giveBack(caller: string, cost: number, terms: Terms): void;
}

export interface Terms {
  readonly perMinute: number;
  /** That one operation may leave behind. */
  readonly mostDebt: number;
}

export interface Charge {
  /** Null when it was taken; else after how many seconds there will be enough. */
  readonly seconds: number | null;
  /** Whether the caller had been told to wait, and came before that. */
  readonly isEarly: boolean;
  /** What is in the bucket then; less than nothing where an operation was dearer than that. */
  readonly level: number;
}

const MINUTE_SECONDS = 60;
/** One for all replicas. Milliseconds. */
const STORE_CLOCK = `local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000`;

/** The rules of `limits/quota.ts`. A store that takes nothing more charges nothing, and refuses. `clock`: where `now` comes from. */
export function createCharging(clock = STORE_CLOCK): Script<Charge> {
  return createScript(
    `${clock}
local per_minute, cost, most_debt = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local longest = math.ceil((per_minute + most_debt) / per_minute * ${MINUTE_SECONDS}) * 1000

local function number(text)
  local value = tonumber(text)
  return value == value and value or nil
end

local kept = redis.pcall('HMGET', KEYS[1], 'level', 'at', 'told')
if kept.err then
  redis.call('DEL', KEYS[1])
  kept = {}
end
local level, at, told = number(kept[1]), number(kept[2]), number(kept[3])
if not (level and at and told) then level, at, told = per_minute, now, 0 end
level = math.min(per_minute, math.max(level, -most_debt) + math.max(0, now - at) / ${MINUTE_SECONDS * 1000} * per_minute)
told = math.min(told, now + longest)

local is_early = now < told and 1 or 0
local needed = math.min(cost, per_minute)
local seconds = 0
if cost > 0 and level < needed then
  seconds = math.ceil((needed - level) * ${MINUTE_SECONDS} / per_minute)
  told = now + seconds * 1000
else
  level = math.min(per_minute, level - cost)
end
if cost ~= 0 then
  redis.call('HSET', KEYS[1], 'level', level, 'at', now, 'told', told)
  redis.call('PEXPIRE', KEYS[1], longest)
end
return {seconds, is_early, string.format('%.17g', level)}`,
    readCharge,
  );
}

export function createQuotas(store: Store, vault: Vault): Quotas {
  const charging = createCharging();
  const nameOf = (caller: string): string[] => [vault.nameOf('quota', [caller])];
  const valuesOf = (cost: number, { perMinute, mostDebt }: Terms): number[] => [perMinute, cost, mostDebt];
  return {
    async charge(caller, cost, terms, patience) {
      const charge = await store.run(charging, nameOf(caller), valuesOf(cost, terms), patience);
      return charge === null ? null : within(terms, charge);
    },
    giveBack: (caller, cost, terms) => store.post(charging, nameOf(caller), valuesOf(-cost, terms)),
  };
}

function readCharge(answer: unknown): Charge | null {
  if (!Array.isArray(answer)) return null;
  const [seconds, isEarly, text] = answer as readonly unknown[];
  const level = text instanceof Uint8Array ? Number(text.toString()) : NaN;
  if (!Number.isSafeInteger(seconds) || Number.isNaN(level)) return null;
  return { seconds: seconds === 0 ? null : (seconds as number), isEarly: isEarly === 1, level };
}

/** No longer a wait, and no other level, than a bucket of these terms can have. */
function within({ perMinute, mostDebt }: Terms, { seconds, isEarly, level }: Charge): Charge {
  const longest = Math.ceil(((perMinute + mostDebt) * MINUTE_SECONDS) / perMinute);
  return { seconds: seconds === null ? null : Math.min(Math.max(seconds, 1), longest), isEarly, level: Math.min(Math.max(level, -mostDebt), perMinute) };
}
