import { createCipheriv, hash, hkdfSync, timingSafeEqual, type Cipher } from 'node:crypto';

/** Seals what a cursor holds; the same content under the same key and context gives the same cursor. */
export interface CursorSealer {
  /** How contents are sealed for one context, all those of a page at once. */
  sealFor(context: string): (contents: readonly Uint8Array[]) => string[];
  /** Null for anything that this ring did not seal for this very context. */
  open(cursor: string, context: string): Uint8Array | null;
}

interface CursorKey {
  /** An HMAC's inner and outer key. */
  readonly inner: Buffer;
  readonly outer: Buffer;
  readonly cipher: Cipher;
}

const VERSION = Buffer.from([3]);
const TAG_BYTES = 16;
/** Of SHA-256, and of AES. */
const HASH_BLOCK_BYTES = 64;
const BLOCK_BYTES = 16;
export const MAX_CURSOR_LENGTH = 4096;
/** What a cursor of that length holds. */
export const MAX_CONTENT_BYTES = (MAX_CURSOR_LENGTH / 4) * 3 - VERSION.length - TAG_BYTES;

/**
 * `ring`: keys of 32 bytes. The first seals, all open. The tag is an HMAC of context and content, and the content is hidden by AES in
 * counter mode from the tag on, as in RFC 5297: nothing is random, and what no key has sealed has no tag that fits.
 */
export function createCursorSealer(ring: readonly Buffer[]): CursorSealer {
  const keys = ring.map(createKey);
  return {
    sealFor(context) {
      const [key] = keys as [CursorKey];
      const inner = bind(key, context);
      return (contents) => {
        const tags = contents.map((content) => tagOf(content, inner, key));
        return mask(contents, tags, key).map((hidden, index) => Buffer.concat([VERSION, tags[index] as Buffer, hidden]).toString('base64url'));
      };
    },
    open(cursor, context) {
      const sealed = cursor.length <= MAX_CURSOR_LENGTH ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
      if (sealed.toString('base64url') !== cursor || sealed.length <= VERSION.length + TAG_BYTES) return null;
      if (!sealed.subarray(0, VERSION.length).equals(VERSION)) return null;
      const tag = sealed.subarray(VERSION.length, VERSION.length + TAG_BYTES);
      const hidden = sealed.subarray(VERSION.length + TAG_BYTES);
      for (const key of keys) {
        const [content] = mask([hidden], [tag], key) as [Uint8Array];
        if (timingSafeEqual(tagOf(content, bind(key, context), key), tag)) return content;
      }
      return null;
    },
  };
}

function createKey(key: Buffer): CursorKey {
  const tagKey = derive(key, 'tag');
  return {
    inner: pad(tagKey, 0x36),
    outer: pad(tagKey, 0x5c),
    // One cipher for all cursors: in this mode no block depends on the one before.
    cipher: createCipheriv('aes-256-ecb', derive(key, 'encryption'), null).setAutoPadding(false),
  };
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `avepoint-jobs-graphql cursor ${VERSION[0]} ${purpose}`, 32));
}

function pad(key: Buffer, byte: number): Buffer {
  return Buffer.concat([key], HASH_BLOCK_BYTES).map((own) => own ^ byte) as Buffer;
}

/** What all contents of a context are hashed behind; the context's own hash has one length, so it cannot be taken for a part of them. */
function bind({ inner }: CursorKey, context: string): Buffer {
  return Buffer.concat([inner, sha256(Buffer.from(context))]);
}

/** HMAC-SHA-256, of two hashes (RFC 2104): an `Hmac` object costs twice as much. */
function tagOf(content: Uint8Array, inner: Buffer, { outer }: CursorKey): Buffer {
  return sha256(Buffer.concat([outer, sha256(Buffer.concat([inner, content]))])).subarray(0, TAG_BYTES);
}

/** By way of a text, which is the faster one. */
function sha256(bytes: Buffer): Buffer {
  return Buffer.from(hash('sha256', bytes, 'hex'), 'hex');
}

/** Hides what is plain, and shows what is hidden. Each block is masked by the tag with the block's number in its last byte: no cursor has 256. */
function mask(texts: readonly Uint8Array[], tags: readonly Buffer[], { cipher }: CursorKey): Uint8Array[] {
  const ends: number[] = [];
  for (const { length } of texts) ends.push((ends.at(-1) ?? 0) + Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES);
  const counters = Buffer.allocUnsafe(ends.at(-1) ?? 0);
  for (const [index, end] of ends.entries()) {
    const start = ends[index - 1] ?? 0;
    for (let at = start; at < end; at += BLOCK_BYTES) {
      counters.set(tags[index] as Buffer, at);
      counters[at + BLOCK_BYTES - 1] = (at - start) / BLOCK_BYTES;
    }
  }
  const masks = cipher.update(counters);
  return texts.map((text, index) => {
    const masked = masks.subarray(ends[index - 1] ?? 0).subarray(0, text.length);
    for (let at = 0; at < text.length; at += 1) masked[at] = (masked[at] as number) ^ (text[at] as number);
    return masked;
  });
}
