import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Simulator } from '../../simulator/index.js';

/** An entry of the file, before anything is wrong with it. */
export type Entry = Readonly<Record<string, unknown>>;

export const everyName = ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce', 'dynamics-365'];

/** A file of tenants with others beside it; JSON is YAML. Answers with its path. */
export function writeTenants(content: unknown, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenants-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const path = join(folder, 'tenants.yaml');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What leads to a simulator; its secret lies in the variable `SECRET_<key>`, with dashes as underscores. */
export function entryFor(key: string, simulator: Simulator, more: Entry = {}): Entry {
  return {
    key,
    graphUrl: simulator.graphUrl,
    identityUrl: simulator.identityUrl,
    credentials: { clientId: simulator.clientId, clientSecretEnv: variableOf(key) },
    products: everyName,
    ...more,
  };
}

export const variableOf = (key: string): string => `SECRET_${key.replaceAll(/\W/g, '_')}`;
