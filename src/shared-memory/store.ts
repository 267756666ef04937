import { createHash } from 'node:crypto';

import { connectStore, StoreRefusal, type Connection } from './connection.js';
import { createPatience, type Patience } from './patience.js';

/** What replicas share lies here. It is a help, never a need: nothing throws, and what does not come in time is absent. */
export interface Store {
  /** Null where the store is away or late, or holds something else. */
  run<T>(script: Script<T>, keys: readonly string[], values: readonly Value[], patience: Patience): Promise<T | null>;
  /** For what nobody waits for. */
  post(script: Script<unknown>, keys: readonly string[], values: readonly Value[]): void;
  /** Of one request. */
  createPatience(): Patience;
  isUp(): boolean;
  close(): Promise<void>;
}

/** What the store runs as one step, and how its answer is read; null for what is no such answer. */
export interface Script<T> {
  readonly lua: string;
  readonly digest: string;
  read(answer: unknown): T | null;
}

export interface StoreSettings {
  readonly url: string;
  /** How long a request waits for it in sum, and how soon it has to answer to be used at all. */
  readonly patienceMs: number;
}

type Value = string | number | Uint8Array;

const LOOK_EVERY_MS = 1000;

export function createScript<T>(lua: string, read: (answer: unknown) => T | null): Script<T> {
  return { lua, digest: createHash('sha1').update(lua).digest('hex'), read };
}

/** A store that is full still has what it was given before. */
const probe = createScript(
  `local answer = redis.pcall('SET', KEYS[1], '', 'PX', 10000)
   if answer.err and string.sub(answer.err, 1, 3) ~= 'OOM' then return answer end
   return 1`,
  (answer) => (answer === 1 ? true : null),
);

/** Looks for it once before it is given, and every second from then on. `onChange` is told when it comes and when it goes. */
export async function createStore({ url, patienceMs }: StoreSettings, probeName: string, onChange: (isUp: boolean) => void): Promise<Store> {
  let connection: Connection | null = null;
  let isUp = false;
  let looking: Promise<void> | null = null;

  function tell(next: boolean): void {
    if (next === isUp) return;
    isUp = next;
    onChange(isUp);
  }

  function leave(): void {
    connection?.end();
    connection = null;
    tell(false);
  }

  /** A connection can look well though nobody is behind it any more, so only an answer counts. */
  async function look(): Promise<void> {
    try {
      const own = (connection ??= await connectStore(url, leave));
      const answer = await createPatience(patienceMs).wait(() => send(own, probe, [probeName], []));
      if (answer === true) tell(true);
      else leave();
    } catch {
      leave();
    }
  }

  function lookAgain(): Promise<void> {
    return (looking ??= look().finally(() => (looking = null)));
  }

  async function use<T>(script: Script<T>, keys: readonly string[], values: readonly Value[]): Promise<T | null> {
    const own = connection;
    if (own === null) return null;
    try {
      return await send(own, script, keys, values);
    } catch (failure) {
      // What it refuses, it may refuse again; the next look tells.
      if (!(failure instanceof StoreRefusal) && own === connection) leave();
      return null;
    }
  }

  await lookAgain();
  const timer = setInterval(() => void lookAgain(), LOOK_EVERY_MS).unref();
  return {
    run: (script, keys, values, patience) => (isUp ? patience.wait(() => use(script, keys, values)) : Promise.resolve(null)),
    post: (script, keys, values) => void (isUp && use(script, keys, values)),
    createPatience: () => createPatience(patienceMs),
    isUp: () => isUp,
    async close() {
      clearInterval(timer);
      await looking;
      connection?.end();
      connection = null;
      isUp = false;
    },
  };
}

async function send<T>(through: Connection, { lua, digest, read }: Script<T>, keys: readonly string[], values: readonly Value[]): Promise<T | null> {
  const rest = [String(keys.length), ...keys, ...values.map(argumentOf)];
  const isKnown = through.scripts.has(digest);
  through.scripts.add(digest);
  try {
    // The first time with its text: what is sent twice comes after what was sent meanwhile.
    return read(await through.send([...(isKnown ? ['EVALSHA', digest] : ['EVAL', lua]), ...rest]));
  } catch (failure) {
    if (!(failure instanceof StoreRefusal && failure.message.startsWith('NOSCRIPT'))) throw failure;
    return read(await through.send(['EVAL', lua, ...rest]));
  }
}

function argumentOf(value: Value): string | Buffer {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : String(value);
}
