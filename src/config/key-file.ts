import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import { z } from 'zod';

import { parseGrant } from '../auth/rights.js';
import type { ApiKey } from '../auth/api-keys.js';
import { products } from '../products/index.js';

const SETTING = 'AUTH_API_KEYS_FILE';
const productNames: readonly string[] = Object.values(products).map(({ name }) => name);

const KeyFile = z.strictObject(
  {
    keys: z
      .array(
        z.strictObject({
          name: z.string('needs a text').regex(/^[\w.@ -]{1,64}$/, 'takes up to 64 letters, digits, spaces and any of `. _ @ -`'),
          sha256: z.string('needs a text').regex(/^[0-9a-f]{64}$/i, 'has to be the SHA-256 of the key in 64 hexadecimal digits'),
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

/** The keys of a file, or what is wrong with it: places and rules, never what stands there. */
export function readKeyFile(path: string): { readonly keys: readonly ApiKey[]; readonly faults: readonly string[] } {
  const fault = (text: string) => ({ keys: [], faults: [`${SETTING} ${text}.`] });
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8'), { logLevel: 'error', maxAliasCount: 0, prettyErrors: false });
  } catch (error) {
    const isSystem = error instanceof Error && 'syscall' in error;
    return fault(isSystem ? 'names a file that cannot be read' : 'names a file that is not YAML');
  }
  const { data, error } = KeyFile.safeParse(content);
  if (error !== undefined) {
    const faults = error.issues.map(({ path: place, message }) => `${SETTING} names a file in which ${place.map(String).join('.') || 'the top'} ${message}.`);
    return { keys: [], faults: [...new Set(faults)] };
  }
  const keys = data.keys.map(({ name, sha256, rights, introspection }): ApiKey => ({
    name,
    sha256: Buffer.from(sha256, 'hex'),
    rights: { grants: rights.flatMap((grant) => (grant === null ? [] : [grant])), mayIntrospect: introspection },
  }));
  for (const of of ['name', 'sha256'] as const) {
    if (new Set(keys.map((key) => key[of].toString('hex'))).size < keys.length) return fault(`names a file in which two keys have the same ${of}`);
  }
  return { keys, faults: [] };
}
