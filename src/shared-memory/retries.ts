import type { Patience } from './patience.js';
import type { Sharing } from './sharing.js';
import { createScript } from './store.js';

/** One budget of retries for all replicas. */
export interface SharedRetries {
  /** Takes one where there is one left; `calls` were made since it was last asked. Null where the store is away. */
  take(calls: number, patience: Patience): Promise<boolean | null>;
  /** The retry that was taken is not made. */
  giveBack(): void;
}

export interface RetryRates {
  readonly perCall: number;
  readonly perSecond: number;
  readonly most: number;
}

const KEPT_MS = 600_000;

/** `ARGV[1]` is added and `ARGV[2]` taken; what is there and cannot be is as at the start. */
const change = createScript(
  `local time = redis.call('TIME')
   local now = time[1] * 1000 + time[2] / 1000
   local perSecond, most = tonumber(ARGV[3]), tonumber(ARGV[4])
   local left, countedAt = unpack(redis.pcall('HMGET', KEYS[1], 'left', 'countedAt'))
   left, countedAt = tonumber(left), tonumber(countedAt)
   if not (left and countedAt and left >= 0 and left <= most and countedAt <= now) then
     redis.call('DEL', KEYS[1])
     left, countedAt = perSecond, now
   end
   left = math.min(most, left + (now - countedAt) / 1000 * perSecond + ARGV[1])
   local isEnough = left >= tonumber(ARGV[2])
   if isEnough then left = left - ARGV[2] end
   redis.pcall('HSET', KEYS[1], 'left', left, 'countedAt', now)
   redis.call('PEXPIRE', KEYS[1], ${KEPT_MS})
   return isEnough and 1 or 0`,
  (answer) => (answer === 1 || answer === 0 ? answer === 1 : null),
);

export function createSharedRetries({ store, vault }: Pick<Sharing, 'store' | 'vault'>, parts: readonly string[], { perCall, perSecond, most }: RetryRates): SharedRetries {
  const names = [vault.nameOf('retries', parts)];
  return {
    take: (calls, patience) => store.run(change, names, [calls * perCall, 1, perSecond, most], patience),
    giveBack: () => store.post(change, names, [1, 0, perSecond, most]),
  };
}
