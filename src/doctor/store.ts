import type { Config } from '../config.js';
import { STORE_MS } from '../deadlines.js';
import { isLoopback } from '../loopback.js';
import { connectStore, StoreRefusal, type Connection } from '../shared-memory/connection.js';
import { createVault } from '../shared-memory/vault.js';
import { finding, type Finding } from './finding.js';
import { ANSWER_MS, codeOf, explainAbsence, isForbidden, OLDEST } from './store-absence.js';

const TRIPS = 5;
/** A request makes several. */
const LONG_TRIP_MS = STORE_MS / 10;
/** All that scripts do with what replicas share; nothing is left behind. */
const TRY = `local now = redis.call('TIME')
redis.call('HSET', KEYS[1], 'at', now[1])
redis.call('PEXPIRE', KEYS[1], 1000)
local kept = redis.call('HGETALL', KEYS[1])
redis.call('DEL', KEYS[1])
return #kept`;

/** Whether replicas can share in the store that is configured. */
export async function checkStore({ sharedMemory, cursorKeys }: Pick<Config, 'sharedMemory' | 'cursorKeys'>): Promise<Finding[]> {
  const [key] = cursorKeys ?? [];
  if (sharedMemory === null || key === undefined) return [];
  const url = new URL(sharedMemory.url);
  let connection: Connection | null = null;
  try {
    connection = await connectStore(sharedMemory.url, () => undefined);
    const { milliseconds, refusal } = await timeTrips(connection, createVault(key).nameOf('doctor', []));
    const info = await readInfo(connection);
    return [checkAnswer(url.host, milliseconds, info), checkWrites(refusal), ...checkRoom(info), ...checkWay(url)];
  } catch (failure) {
    return [finding('store', 'wrong', explainAbsence(url, failure)), ...checkWay(url)];
  } finally {
    connection?.end();
  }
}

interface Trips {
  /** In the middle of all. */
  readonly milliseconds: number;
  readonly refusal: StoreRefusal | null;
}

async function timeTrips(connection: Connection, name: string): Promise<Trips> {
  const took: number[] = [];
  let refusal: StoreRefusal | null = null;
  for (let trip = 0; trip < TRIPS; trip += 1) {
    const startedAt = performance.now();
    refusal = await refusalOf(connection.send(['EVAL', TRY, '1', name]));
    took.push(performance.now() - startedAt);
  }
  return { milliseconds: took.sort((a, b) => a - b)[Math.floor(TRIPS / 2)] ?? 0, refusal };
}

async function refusalOf(answer: Promise<unknown>): Promise<StoreRefusal | null> {
  try {
    await inTime(answer);
    return null;
  } catch (failure) {
    if (failure instanceof StoreRefusal) return failure;
    throw failure;
  }
}

type Info = ReadonlyMap<string, string>;

/** Empty where it may not be asked. */
async function readInfo(connection: Connection): Promise<Info> {
  try {
    const text = String(await inTime(connection.send(['INFO'])));
    return new Map([...text.matchAll(/^(\w+):(.*?)\r?$/gm)].map(([, name = '', value = '']) => [name, value]));
  } catch (failure) {
    if (failure instanceof StoreRefusal) return new Map();
    throw failure;
  }
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer came in time.')), ANSWER_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function checkAnswer(host: string, milliseconds: number, info: Info): Finding {
  const version = versionOf(info);
  const took = `a round trip takes ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
  if (version?.isOld === true) return finding('store', 'wrong', `${host} is ${version.text}; replicas need Redis ${OLDEST} or later, or Valkey.`);
  const text = `${host} answers${version === null ? '' : ` as ${version.text}`}, and ${took}.`;
  if (milliseconds > STORE_MS) return finding('store', 'wrong', `${text} No request waits for longer than ${STORE_MS} ms in sum, so nothing comes of it. Bring it nearer.`);
  if (milliseconds > LONG_TRIP_MS) return finding('store', 'advice', `${text} A request waits for ${STORE_MS} ms at most in sum, and asks more than once. Bring it nearer.`);
  return finding('store', 'ok', text);
}

/** Of what says that it is a Redis of some version, and is something else with a name of its own, too. */
export function versionOf(info: Info): { readonly text: string; readonly isOld: boolean } | null {
  const [valkey, redis] = [info.get('valkey_version'), info.get('redis_version')];
  if (valkey !== undefined) return { text: `Valkey ${valkey}`, isOld: false };
  if (redis === undefined) return null;
  return { text: `Redis ${redis}`, isOld: redis.localeCompare(OLDEST, 'en', { numeric: true }) < 0 };
}

function checkWrites(refusal: StoreRefusal | null): Finding {
  const check = 'store writes';
  if (refusal === null) return finding(check, 'ok', 'It keeps what replicas share, and gives it back.');
  const code = codeOf(refusal);
  if (code === 'OOM') return finding(check, 'wrong', 'It is full: until something goes, replicas remember for themselves. Raise its maxmemory, or let it make room with maxmemory-policy allkeys-lru.');
  if (code === 'READONLY') return finding(check, 'wrong', 'It is a copy that can only be read. Name the primary in SHARED_MEMORY_URL.');
  if (isForbidden(refusal)) return finding(check, 'wrong', 'The user in SHARED_MEMORY_URL may not do what is needed. Grant it +@read +@write +eval +evalsha +time and ~avepoint-jobs-graphql:* (ACL SETUSER).');
  return finding(check, 'wrong', `It refuses to run a script that writes (${code}). Its own log says why.`);
}

/** All that is shared ends by itself, so whatever makes room will do. */
function checkRoom(info: Info): Finding[] {
  const [bytes, policy] = [info.get('maxmemory'), info.get('maxmemory_policy')];
  if (bytes === undefined || policy === undefined) return [];
  const check = 'store memory';
  const advice = 'maxmemory-policy allkeys-lru, or volatile-lru where others keep things there';
  if (bytes === '0') return [finding(check, 'advice', `Nothing bounds it. Set maxmemory, and ${advice}.`)];
  const megabytes = `${Math.ceil(Number(bytes) / 1024 / 1024)} MB`;
  if (policy === 'noeviction') return [finding(check, 'advice', `Once it holds ${megabytes} it takes nothing more until something has ended. Set ${advice}.`)];
  return [finding(check, 'ok', `It holds ${megabytes} at most, and makes room by ${policy}.`)];
}

function checkWay({ protocol, host, hostname }: URL): Finding[] {
  if (protocol === 'rediss:' || isLoopback(hostname)) return [];
  return [finding('store TLS', 'advice', `Nothing encrypts the way to ${host}. Jobs are sealed there, the password of SHARED_MEMORY_URL is not: write rediss:// where the store speaks TLS.`)];
}
