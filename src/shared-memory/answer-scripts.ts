import { createScript } from './store.js';

/** How long whoever reads a page is believed to do so after its last sign of life. */
export const READER_MS = 2000;

/** What replicas see of a page. Moments are by the clock of the store, milliseconds. */
export type Seen =
  | { readonly kind: 'answer'; readonly kept: Uint8Array; readonly leftMs: number }
  /** This one is to read it. */
  | { readonly kind: 'reader'; readonly asked: number; readonly at: number }
  /** Another one reads it. */
  | { readonly kind: 'read' }
  /** There is no room for it. */
  | { readonly kind: 'full' };

/** Numbers of answers are only ever compared, so any whole one that is exact will do. */
const LAST = `
  local last = tonumber(redis.pcall('GET', KEYS[3])) or 0
  if not (last >= 0 and last < 9e15) then last = 0 end`;

/** Keys: page, its reader, the order of all. Values: who asks, whether what is there is left out of account. */
export const look = createScript<Seen>(
  `local kept = redis.pcall('GET', KEYS[1])
   if type(kept) == 'table' then redis.call('DEL', KEYS[1]) end
   if type(kept) == 'string' and ARGV[2] == '0' then return { kept, redis.call('PTTL', KEYS[1]) } end
   local left = redis.call('PTTL', KEYS[2])
   if left > 0 and left <= ${READER_MS} then return 1 end
   if redis.pcall('SET', KEYS[2], ARGV[1], 'PX', ${READER_MS}).err then return 0 end
   ${LAST}
   local now = redis.call('TIME')
   return { last, now[1] * 1000 + math.floor(now[2] / 1000) }`,
  (answer) => {
    if (answer === 0) return { kind: 'full' };
    if (answer === 1) return { kind: 'read' };
    const [first, second] = Array.isArray(answer) ? (answer as unknown[]) : [];
    if (typeof second !== 'number') return null;
    if (first instanceof Uint8Array) return { kind: 'answer', kept: first, leftMs: second };
    return typeof first === 'number' ? { kind: 'reader', asked: first, at: second } : null;
  },
);

/** Gives the answer its number, by the clock where that is further, so that none comes again after a store has forgotten; the page is kept where nobody else has come to read it. Values: who reads, the page, when it ends, for how long pages are kept. */
export const keep = createScript<number>(
  `${LAST}
   local now = redis.call('TIME')
   local number = string.format('%.0f', math.max(math.floor(last) + 1, now[1] * 1000000 + now[2]))
   if redis.pcall('SET', KEYS[3], number, 'PX', ARGV[4]).err then number = nil end
   if redis.pcall('GET', KEYS[2]) == ARGV[1] then
     redis.call('DEL', KEYS[2])
     if number then redis.pcall('SET', KEYS[1], number .. ' ' .. ARGV[2], 'PXAT', ARGV[3]) end
   end
   return number`,
  (answer) => (answer instanceof Uint8Array ? Number(Buffer.from(answer).toString('latin1')) : null),
);

/** Keys: the reader. Values: who reads. */
export const goOn = createScript<number>(`if redis.pcall('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ${READER_MS}) end`, () => null);
export const giveUp = createScript<number>(`if redis.pcall('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end`, () => null);
