import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestKey {
  readonly name: string;
  readonly key: string;
  readonly rights: readonly string[];
  readonly introspection?: boolean;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A file of API keys, as `AUTH_API_KEYS_FILE` names one. */
export function writeKeyFile(keys: readonly TestKey[]): string {
  return writeText(JSON.stringify({ keys: keys.map(({ key, ...entry }) => ({ ...entry, sha256: sha256(key) })) }));
}

export function writeText(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys.yaml');
  writeFileSync(file, text);
  return file;
}
