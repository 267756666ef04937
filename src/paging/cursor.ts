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

const VERSION = 3;
const VERSION_BYTES = 1;
const TAG_BYTES = 16;
const SEALED_FROM = VERSION_BYTES + TAG_BYTES;
/** Of SHA-256, and of AES. */
const HASH_BLOCK_BYTES = 64;
const HASH_BYTES = 32;
const BLOCK_BYTES = 16;
export const MAX_CURSOR_LENGTH = 4096;
/** What a cursor of that length holds. */
export const MAX_CONTENT_BYTES = (MAX_CURSOR_LENGTH / 4) * 3 - SEALED_FROM;

/** Bytes as a text of as many characters: how a hash is had fastest, and written into a buffer again. */
type Bytes = string;

/**
 * `ring`: keys of 32 bytes. The first seals, all open. The tag is an HMAC of context and content, and the content is hidden by AES in
 * counter mode from the tag on, as in RFC 5297: nothing is random, and what no key has sealed has no tag that fits.
 */
export function createCursorSealer(ring: readonly Buffer[]): CursorSealer {
  const keys = ring.map(createKey);
  return {
    sealFor(context) {
      const [key] = keys as [CursorKey];
      const bound = bind(key, context);
      return (contents) => {
        const tags = tagsOf(contents, bound, key);
        return masksOf(contents, tags, key).map((mask, index) => writeCursor(tags[index] as Bytes, hide(contents[index] as Uint8Array, mask)));
      };
    },
    open(cursor, context) {
      const sealed = cursor.length <= MAX_CURSOR_LENGTH ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
      if (sealed.toString('base64url') !== cursor || sealed.length <= SEALED_FROM || sealed[0] !== VERSION) return null;
      const tag = sealed.subarray(VERSION_BYTES, SEALED_FROM);
      const hidden = sealed.subarray(SEALED_FROM);
      for (const key of keys) {
        const [mask] = masksOf([hidden], [tag.toString('latin1')], key);
        const content = hide(hidden, mask as Buffer);
        const [own] = tagsOf([content], bind(key, context), key);
        if (timingSafeEqual(Buffer.from(own as Bytes, 'latin1'), tag)) return content;
      }
      return null;
    },
  };
}

function writeCursor(tag: Bytes, hidden: Uint8Array): string {
  const sealed = Buffer.allocUnsafe(SEALED_FROM + hidden.length);
  sealed[0] = VERSION;
  writeBytes(tag, sealed, VERSION_BYTES);
  sealed.set(hidden, SEALED_FROM);
  return sealed.toString('base64url');
}

/** So few are written sooner here than by the engine. */
function writeBytes(bytes: Bytes, target: Buffer, from: number): void {
  for (let at = 0; at < bytes.length; at += 1) target[from + at] = bytes.charCodeAt(at);
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
  return Buffer.from(hkdfSync('sha256', key, '', `avepoint-jobs-graphql cursor ${VERSION} ${purpose}`, 32));
}

function pad(key: Buffer, byte: number): Buffer {
  return Buffer.concat([key], HASH_BLOCK_BYTES).map((own) => own ^ byte) as Buffer;
}

/** What all contents of a context are hashed behind; the context's own hash has one length, so it cannot be taken for a part of them. */
function bind({ inner }: CursorKey, context: string): Buffer {
  return Buffer.concat([inner, Buffer.from(hash('sha256', context, 'binary'), 'latin1')]);
}

/** HMAC-SHA-256 of each, of two hashes (RFC 2104): an `Hmac` object costs four times as much. */
function tagsOf(contents: readonly Uint8Array[], bound: Buffer, { outer }: CursorKey): Bytes[] {
  const first = Buffer.concat([bound], bound.length + Math.max(0, ...contents.map(({ length }) => length)));
  const second = Buffer.concat([outer], HASH_BLOCK_BYTES + HASH_BYTES);
  return contents.map((content) => {
    first.set(content, bound.length);
    second.write(hash('sha256', first.subarray(0, bound.length + content.length), 'binary'), HASH_BLOCK_BYTES, 'latin1');
    return hash('sha256', second, 'binary').slice(0, TAG_BYTES);
  });
}

/** What hides each text, and shows it. Each block is made of the tag with the block's number in its last byte: no cursor has 256. */
function masksOf(texts: readonly Uint8Array[], tags: readonly Bytes[], { cipher }: CursorKey): Buffer[] {
  const ends: number[] = [];
  for (const { length } of texts) ends.push((ends.at(-1) ?? 0) + Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES);
  const counters = Buffer.allocUnsafe(ends.at(-1) ?? 0);
  for (const [index, end] of ends.entries()) {
    const start = ends[index - 1] ?? 0;
    for (let at = start; at < end; at += BLOCK_BYTES) {
      writeBytes(tags[index] as Bytes, counters, at);
      counters[at + BLOCK_BYTES - 1] = (at - start) / BLOCK_BYTES;
    }
  }
  const masks = cipher.update(counters);
  return ends.map((end, index) => masks.subarray(ends[index - 1] ?? 0, end));
}

/** Or shows what is hidden: the mask becomes the other one. */
function hide(text: Uint8Array, mask: Buffer): Uint8Array {
  for (let at = 0; at < text.length; at += 1) mask[at] = (mask[at] as number) ^ (text[at] as number);
  return mask.subarray(0, text.length);
}
