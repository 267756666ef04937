import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';

/** Where the next page begins, of which list, and when this was said. */
export interface PagePlace {
  readonly offset: number;
  readonly list: string;
  readonly issuedAt: number;
}

export interface PageTokens {
  /** Percent-encoded, as the vendor sends it: the samples have 240 and 252 characters, `%2B` and `%2F` among them. `head`: how it begins before that. */
  seal(place: PagePlace, head?: string): string;
  /** Takes the token after one decode; null for anything that was not sealed here. */
  open(token: string): PagePlace | null;
}

const nonceBytes = 12;
const tagBytes = 16;
/** The smaller of the vendor's samples; no base64 padding. */
const tokenBytes = 171;

export function createPageTokens(seed: number): PageTokens {
  const key = createHash('sha256').update(`page token key ${seed}`).digest();

  function encrypt(text: string, attempt: number): string {
    const nonce = createHmac('sha256', key).update(`${attempt} ${text}`).digest().subarray(0, nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64');
  }

  return {
    seal(place, head = '') {
      const said = JSON.stringify([place.offset, place.list, place.issuedAt]);
      const text = said.padEnd(tokenBytes - nonceBytes - tagBytes);
      for (let attempt = 0; ; attempt += 1) {
        const token = encrypt(text, attempt);
        const encoded = encodeURIComponent(token);
        const longEnough = encoded.length >= 240 && encoded.length <= 252;
        // Two slashes would lead to another host.
        if (longEnough && token.startsWith(head) && !token.startsWith('//') && token.includes('+') && token.includes('/')) return encoded;
      }
    },

    open(token) {
      const bytes = Buffer.from(token, 'base64');
      // Node forgives a base64 text almost anything; a respelled token is not the token.
      if (bytes.length !== tokenBytes || bytes.toString('base64') !== token) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
        const [offset, list, issuedAt] = JSON.parse(text) as [number, string, number];
        return { offset, list, issuedAt };
      } catch {
        return null;
      }
    },
  };
}

/** One list: an endpoint, its filters and its page size. */
export function listFingerprint(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
