import { createHash } from 'node:crypto';

import { parse } from 'yaml';
import { z } from 'zod';

import { parseGrant } from '../auth/rights.js';
import type { ApiKey } from '../auth/api-keys.js';
import { products } from '../products/index.js';
import { readRegularFile } from '../regular-file.js';

const SETTING = 'AUTH_API_KEYS_FILE';
/** What is left of a key that was not set, with a line break or without. No request could ever send such a key. */
const OF_NOTHING: readonly string[] = ['', '\n', '\r\n', ' '].map((text) => createHash('sha256').update(text).digest('hex'));
const productNames: readonly string[] = Object.values(products).map(({ name }) => name);

const KeyFile = z.strictObject(
  {
    keys: z
      .array(
        z.strictObject({
          name: z.string('needs a text').regex(/^[\w.@ -]{1,64}$/, 'takes up to 64 letters, digits, spaces and any of `. _ @ -`'),
          sha256: z.string('needs a text').regex(/^[0-9a-f]{64}$/i, 'has to be the SHA-256 of the key in 64 hexadecimal digits').refine((digest) => !OF_NOTHING.includes(digest.toLowerCase()), 'is the digest of nothing: the key was not set when it was made'),
          rights: z.array(z.string('needs texts').transform(parseGrant).refine(isKnown, 'takes `tenant/product`, either of them `*`, with the products of the configuration'), 'needs a list').min(1, 'names no right'),
          introspection: z.boolean('is true or false').default(false),
        }, 'takes name, sha256, rights and introspection'),
        'needs a list',
      )
      .min(1, 'names no key'),
  },
  'needs a list `keys`',
);

function isKnown(grant: ReturnType<typeof parseGrant>): boolean {
  return grant !== null && (grant.product === null || productNames.includes(grant.product));
}

/** The keys of a file; `faults` gets what is wrong with it: places and rules, never what stands there. */
export function readKeyFile(path: string, faults: string[]): readonly ApiKey[] {
  const fault = (text: string): readonly ApiKey[] => {
    faults.push(`${SETTING} ${text}.`);
    return [];
  };
  const read = readRegularFile(path);
  if ('fault' in read) return fault(read.fault);
  let content: unknown;
  try {
    content = parse(read.text, { logLevel: 'error', maxAliasCount: 0, prettyErrors: false });
  } catch {
    return fault('names a file that is not YAML');
  }
  const { data, error } = KeyFile.safeParse(content);
  if (error !== undefined) {
    faults.push(...new Set(error.issues.map(({ path: place, message }) => `${SETTING} names a file in which ${place.map(String).join('.') || 'the top'} ${message}.`)));
    return [];
  }
  const keys = data.keys.map(({ name, sha256, rights, introspection }): ApiKey => ({
    name,
    sha256: Buffer.from(sha256, 'hex'),
    rights: { grants: rights.flatMap((grant) => (grant === null ? [] : [grant])), mayIntrospect: introspection },
  }));
  for (const of of ['name', 'sha256'] as const) {
    if (new Set(keys.map((key) => key[of].toString('hex'))).size < keys.length) return fault(`names a file in which two keys have the same ${of}`);
  }
  return keys;
}
