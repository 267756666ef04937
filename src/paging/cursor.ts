import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

import { decode, encode } from '@msgpack/msgpack';

/** Seals what a cursor holds; the same content under the same key and context gives the same cursor. */
export interface CursorSealer {
  seal(content: unknown, context: string): string;
  /** Null for anything that this ring did not seal for this very context. */
  open(cursor: string, context: string): unknown;
}

interface CursorKey {
  readonly encryption: Buffer;
  readonly nonce: Buffer;
}

const CIPHER = 'aes-256-gcm';
const VERSION = Buffer.from([2]);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const MAX_CURSOR_LENGTH = 4096;

/** `ring`: keys of 32 bytes. The first seals, all open. */
export function createCursorSealer(ring: readonly Buffer[]): CursorSealer {
  const keys = ring.map((key): CursorKey => ({ encryption: derive(key, 'encryption'), nonce: derive(key, 'nonce') }));
  return {
    seal: (content, context) => seal(encode(content), context, keys[0] as CursorKey),
    open(cursor, context) {
      const sealed = cursor.length <= MAX_CURSOR_LENGTH ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
      if (sealed.toString('base64url') !== cursor || sealed.length <= VERSION.length + NONCE_BYTES + TAG_BYTES) return null;
      if (!sealed.subarray(0, VERSION.length).equals(VERSION)) return null;
      for (const key of keys) {
        const content = unseal(sealed, context, key);
        if (content !== null) return decode(content);
      }
      return null;
    },
  };
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `avepoint-jobs-graphql cursor ${purpose}`, 32));
}

/** The nonce depends on all that is sealed, so it repeats only for the same cursor. */
function seal(content: Uint8Array, context: string, key: CursorKey): string {
  const mac = createHmac('sha256', key.nonce).update(`${context.length}:${context}`).update(content);
  const nonce = mac.digest().subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key.encryption, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(context));
  return Buffer.concat([VERSION, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function unseal(sealed: Buffer, context: string, key: CursorKey): Buffer | null {
  const nonceEnd = VERSION.length + NONCE_BYTES;
  const tagStart = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key.encryption, sealed.subarray(VERSION.length, nonceEnd), { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(context));
  decipher.setAuthTag(sealed.subarray(tagStart));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceEnd, tagStart)), decipher.final()]);
  } catch {
    return null;
  }
}

function associated(context: string): Buffer {
  return Buffer.concat([VERSION, Buffer.from(context)]);
}
