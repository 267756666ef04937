import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Names and seals what leaves this process: the store is another trust domain. */
export interface Vault {
  /** Tells nothing of what it names; another one for every kind and content. */
  nameOf(kind: string, parts: readonly unknown[]): string;
  /** Bound to its name: under another one it does not open. */
  seal(name: string, content: Uint8Array): Buffer;
  /** Null for whatever this key has not sealed under this name. */
  open(name: string, sealed: Uint8Array): Buffer | null;
}

/** Another one where what is stored changes its shape: replicas of both shapes do not meet. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** `key`: 32 bytes that all replicas have. */
export function createVault(key: Buffer): Vault {
  const [naming, sealing] = ['names', 'values'].map((purpose) => Buffer.from(hkdfSync('sha256', key, '', `avepoint-jobs-graphql shared memory ${VERSION} ${purpose}`, 32))) as [Buffer, Buffer];
  return {
    nameOf(kind, parts) {
      const digest = createHmac('sha256', naming).update(JSON.stringify([kind, ...parts])).digest('base64url');
      return `avepoint-jobs-graphql:${VERSION}:${kind}:${digest}`;
    },
    seal(name, content) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealing, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
      const hidden = [cipher.update(content), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...hidden]);
    },
    open(name, sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv(CIPHER, sealing, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(name))
        .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const content = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
        // Of this cipher nothing is left to come: it tells whether the tag is right.
        decipher.final();
        return content;
      } catch {
        return null;
      }
    },
  };
}
