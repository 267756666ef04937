import { parse, YAMLParseError } from 'yaml';

import { readRegularFile } from '../regular-file.js';
import { readAs } from './faults.js';
import { productSettingNames, TenantSettings } from './own-tenant.js';
import { type Habits, readTenant } from './read-tenant.js';
import type { ConfiguredSource, ConfiguredTenant } from './tenant.js';
import { Defaults, FileParts } from './tenants-schema.js';

type Environment = Readonly<Record<string, string | undefined>>;

export const TENANTS_FILE = 'AVEPOINT_TENANTS_FILE';

export interface TenantsFile {
  readonly tenants: readonly ConfiguredTenant[];
  sourcesOf(habits: Habits): readonly ConfiguredSource[];
  /** Of the environment, those that hold secrets. */
  readonly variables: readonly string[];
  /** Whether nothing is wrong with it. */
  readonly isWhole: boolean;
}

const NOTHING: TenantsFile = { tenants: [], sourcesOf: () => [], variables: [], isWhole: false };

/** Reads the file of tenants; `faults` gets a sentence for everything that is wrong in it, by tenant and field, never a value. */
export function readTenantsFile(file: string, environment: Environment, faults: string[]): TenantsFile {
  const before = faults.length;
  const read = readRegularFile(file);
  if ('fault' in read) {
    faults.push(`${TENANTS_FILE} ${read.fault}.`);
    return NOTHING;
  }
  const yaml = parseYaml(read.text);
  if ('fault' in yaml) {
    faults.push(`${TENANTS_FILE} ${yaml.fault}.`);
    return NOTHING;
  }
  const ofFile: string[] = [];
  const parts = readAs(FileParts, yaml.content, '', ofFile);
  const defaults = readAs(Defaults, parts?.defaults ?? {}, 'defaults', ofFile) ?? {};
  if (defaults.region !== undefined && (defaults.environment ?? 'commercial') !== 'commercial') ofFile.push('defaults.region goes with the commercial environment only: the others have one host each.');
  const entries = (parts?.tenants ?? []).map((raw) => readTenant(raw, defaults, { file, environment }));
  const keys = entries.map(({ key }) => key);
  const twice = new Set(keys.filter((key, index) => key !== null && keys.indexOf(key) < index));
  faults.push(
    ...ofFile.map((fault) => `${TENANTS_FILE}: ${fault}`),
    ...entries.flatMap(({ key, faults: own }, index) => own.map((fault) => `${TENANTS_FILE}, ${key ?? `tenants.${index}`}: ${fault}`)),
    ...[...twice].map((key) => `${TENANTS_FILE}, ${key}: more than one tenant has this key.`),
  );
  return {
    tenants: entries.flatMap(({ tenant }) => (tenant === null ? [] : [tenant])),
    sourcesOf: (habits) => entries.flatMap(({ sourcesOf }) => sourcesOf(habits)),
    variables: entries.flatMap(({ variable }) => (variable === null ? [] : [variable])),
    isWhole: faults.length === before,
  };
}

function parseYaml(text: string): { readonly content: unknown } | { readonly fault: string } {
  try {
    return { content: parse(text, { logLevel: 'error', maxAliasCount: 0, prettyErrors: false }) as unknown };
  } catch (error) {
    const line = error instanceof YAMLParseError ? ` (line ${text.slice(0, error.pos[0]).split('\n').length})` : '';
    return { fault: `names a file that is not YAML, uses aliases, or has a name twice${line}` };
  }
}

/** Faults of settings that the file replaces. */
export function settingsBeside(given: Environment): string[] {
  return [...Object.keys(TenantSettings), ...productSettingNames].filter((name) => given[name] !== undefined).map((name) => `${name} is set beside ${TENANTS_FILE}, which says that of each tenant: remove one or the other.`);
}
