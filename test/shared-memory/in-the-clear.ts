import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

import type { TestStore } from '../support/store.js';

/** One key of the store, and all that lies there. */
export interface Kept {
  readonly name: string;
  readonly type: string;
  /** -1 where it never ends; -2 where it has ended meanwhile. */
  readonly endsInMs: number;
  readonly values: readonly Buffer[];
}

/** By type; -1 is the end. */
const READ: Readonly<Record<string, readonly [command: string, ...rest: string[]]>> = {
  string: ['GET'],
  hash: ['HGETALL'],
  list: ['LRANGE', '0', '-1'],
  set: ['SMEMBERS'],
  zset: ['ZRANGE', '0', '-1', 'WITHSCORES'],
  stream: ['XRANGE', '-', '+'],
};

/** Everything that a store holds at this moment, whoever put it there. */
export async function readAll(store: TestStore): Promise<readonly Kept[]> {
  const names = (await store.send('KEYS', '*')) as Buffer[];
  return Promise.all(
    names.map(async (name): Promise<Kept> => {
      const type = String(await store.send('TYPE', name));
      const [command, ...rest] = READ[type] ?? ['TYPE'];
      const endsInMs = Number(await store.send('PTTL', name));
      return { name: name.toString('latin1'), type, endsInMs, values: type === 'none' ? [] : textsIn(await store.send(command, name, ...rest)) };
    }),
  );
}

function textsIn(answer: unknown): Buffer[] {
  if (answer instanceof Uint8Array) return [Buffer.from(answer)];
  if (Array.isArray(answer)) return answer.flatMap(textsIn);
  if (answer instanceof Map) return [...answer].flatMap(textsIn);
  if (typeof answer === 'object' && answer !== null) return Object.entries(answer).flatMap(textsIn);
  return typeof answer === 'string' || typeof answer === 'number' ? [Buffer.from(String(answer))] : [];
}

/** Shorter parts are in anything. */
const LEAST_BYTES = 6;

/** Which of the texts stand somewhere in there, written in a way that anyone can read. */
export function findReadable(texts: Iterable<string>, contents: readonly Buffer[]): string[] {
  const starts = new Map<string, [written: string, text: string][]>();
  for (const text of new Set(texts)) {
    for (const written of waysToWrite(text)) {
      const start = written.slice(0, LEAST_BYTES);
      if (start.length < LEAST_BYTES) continue;
      const others = starts.get(start);
      if (others === undefined) starts.set(start, [[written, text]]);
      else others.push([written, text]);
    }
  }
  const found = new Set<string>();
  for (const bytes of contents.flatMap((content) => [content, ...unpacked(content)])) {
    const content = bytes.toString('latin1');
    for (let at = 0; at + LEAST_BYTES <= content.length; at += 1) {
      for (const [written, text] of starts.get(content.slice(at, at + LEAST_BYTES)) ?? []) if (content.startsWith(written, at)) found.add(text);
    }
  }
  return [...found];
}

/** As bytes, which msgpack and JSON leave as they are, and in what bytes are often written in. */
function waysToWrite(text: string): string[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const written = [bytes.toString('latin1'), Buffer.from(text, 'utf16le').toString('latin1'), Buffer.from(JSON.stringify(text).slice(1, -1)).toString('latin1'), encodeURIComponent(text), hex, hex.toUpperCase()];
  for (const before of [0, 1, 2]) {
    // What stands around it changes the characters at both ends.
    const whole = Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(3)]);
    const own = [Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6)] as const;
    written.push(whole.toString('base64').slice(...own), whole.toString('base64url').slice(...own));
  }
  return written;
}

function unpacked(content: Buffer): Buffer[] {
  return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((unpack) => {
    try {
      return [unpack(content)];
    } catch {
      return [];
    }
  });
}
