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

const VERSION = 4;
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
        const masks = masksOf(contents, tags, key);
        let masked = 0;
        return contents.map((content, index) => {
          const sealed = Buffer.allocUnsafe(SEALED_FROM + content.length);
          sealed[0] = VERSION;
          copy(tags, index * TAG_BYTES, sealed, VERSION_BYTES);
          hide(content, masks, masked, sealed, SEALED_FROM);
          masked += wholeBlocks(content);
          return sealed.toString('base64url');
        });
      };
    },
    open(cursor, context) {
      const sealed = cursor.length <= MAX_CURSOR_LENGTH ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
      if (sealed.toString('base64url') !== cursor || sealed.length <= SEALED_FROM || sealed[0] !== VERSION) return null;
      const tag = sealed.subarray(VERSION_BYTES, SEALED_FROM);
      const hidden = sealed.subarray(SEALED_FROM);
      for (const key of keys) {
        const content = Buffer.alloc(hidden.length);
        hide(hidden, masksOf([hidden], tag, key), 0, content, 0);
        if (timingSafeEqual(tagsOf([content], bind(key, context), key), tag)) return content;
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
  return Buffer.from(hkdfSync('sha256', key, '', `avepoint-jobs-graphql cursor ${VERSION} ${purpose}`, 32));
}

function pad(key: Buffer, byte: number): Buffer {
  return Buffer.concat([key], HASH_BLOCK_BYTES).map((own) => own ^ byte) as Buffer;
}

/** What all contents of a context are hashed behind; the context's own hash has one length, so it cannot be taken for a part of them. */
function bind({ inner }: CursorKey, context: string): Buffer {
  return Buffer.concat([inner, Buffer.from(hash('sha256', context, 'binary'), 'latin1')]);
}

/** HMAC-SHA-256 of each, cut and one behind the other, of two hashes (RFC 2104): an `Hmac` object costs four times as much. */
function tagsOf(contents: readonly Uint8Array[], bound: Buffer, { outer }: CursorKey): Buffer {
  const tags = Buffer.allocUnsafe(contents.length * TAG_BYTES);
  const first = Buffer.concat([bound], bound.length + Math.max(0, ...contents.map(({ length }) => length)));
  const second = Buffer.concat([outer], HASH_BLOCK_BYTES + HASH_BYTES);
  for (const [index, content] of contents.entries()) {
    first.set(content, bound.length);
    // As a text of a character a byte, a hash is had fastest.
    second.write(hash('sha256', first.subarray(0, bound.length + content.length), 'binary'), HASH_BLOCK_BYTES, 'latin1');
    tags.write(hash('sha256', second, 'binary'), index * TAG_BYTES, TAG_BYTES, 'latin1');
  }
  return tags;
}

/** What hides each text, and shows it, one behind the other in whole blocks. Each is made of the tag with its number in its last byte: no cursor has 256. */
function masksOf(texts: readonly Uint8Array[], tags: Uint8Array, { cipher }: CursorKey): Uint8Array {
  const counters = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + wholeBlocks(text), 0));
  let at = 0;
  for (const [index, text] of texts.entries()) {
    const blocks = wholeBlocks(text) / BLOCK_BYTES;
    for (let block = 0; block < blocks; block += 1) {
      copy(tags, index * TAG_BYTES, counters, at);
      at += BLOCK_BYTES;
      counters[at - 1] = block;
    }
  }
  return cipher.update(counters);
}

function wholeBlocks({ length }: Uint8Array): number {
  return Math.ceil(length / BLOCK_BYTES) * BLOCK_BYTES;
}

/** Or shows what is hidden. */
function hide(text: Uint8Array, masks: Uint8Array, from: number, target: Uint8Array, at: number): void {
  for (let index = 0; index < text.length; index += 1) target[at + index] = (text[index] as number) ^ (masks[from + index] as number);
}

/** So few are copied sooner here than by the engine. */
function copy(tags: Uint8Array, from: number, target: Uint8Array, at: number): void {
  for (let index = 0; index < TAG_BYTES; index += 1) target[at + index] = tags[from + index] as number;
}
