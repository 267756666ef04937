import { z } from 'zod';

import type { ApiKey } from '../auth/api-keys.js';
import type { Access } from '../http/access.js';
import { isLoopback } from '../loopback.js';
import { commaList, httpUrl, oneOf, origins, wholeNumber } from './values.js';

type Environment = Readonly<Record<string, string | undefined>>;

const INTROSPECTION = ['callers', 'granted', 'off'] as const;
const TOKEN_SETTINGS = ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const;

export const AccessSettings = {
  AUTH_ISSUER: z.string().optional(),
  AUTH_AUDIENCE: commaList().optional(),
  AUTH_JWKS_URL: httpUrl(true).optional(),
  AUTH_RIGHTS_CLAIMS: commaList().default(['scope', 'scp', 'roles']),
  AUTH_RIGHTS_PREFIX: z.string().regex(/^[\w.:/-]{0,100}$/, 'takes up to 100 letters, digits and any of `. _ : / -`').default('jobs:'),
  AUTH_TOKEN_TYPES: commaList().default(['at+jwt', 'JWT']),
  AUTH_CLOCK_TOLERANCE_SECONDS: wholeNumber(0, 300).default(30),
  AUTH_API_KEYS_FILE: z.string().optional(),
  AUTH_DISABLED: z.literal('1', 'is `1` or not set').optional(),
  INTROSPECTION: oneOf(INTROSPECTION).default('callers'),
  PAGE: oneOf(['on', 'off']).default('on'),
  COMPRESSION: oneOf(['on', 'off']).default('on'),
  CORS_ORIGINS: origins().optional(),
};

type Settings = z.infer<z.ZodObject<typeof AccessSettings>>;

/** Faults that lie between settings. */
export function accessFaults(given: Environment): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const faults: string[] = [];
  const present = TOKEN_SETTINGS.filter(has);
  if (present.length > 0) {
    const missing = TOKEN_SETTINGS.filter((name) => !has(name));
    faults.push(...missing.map((name) => `${name} is missing: bearer tokens need ${TOKEN_SETTINGS.join(', ')}.`));
  }
  const knowsCallers = present.length > 0 || has('AUTH_API_KEYS_FILE');
  if (knowsCallers && has('AUTH_DISABLED')) faults.push('AUTH_DISABLED is set beside callers: remove it, or the settings that name callers.');
  if (!knowsCallers && !has('AUTH_DISABLED') && !isLoopback(given['HOST'] ?? '127.0.0.1')) {
    faults.push(
      `HOST is not a loopback address, and anyone who reaches it could read every job: configure callers (${TOKEN_SETTINGS.join(', ')}, or AUTH_API_KEYS_FILE), or set AUTH_DISABLED to 1 where something before this server decides who may ask.`,
    );
  }
  return faults;
}

/** A right to a tenant that there is not reads nothing, for ever, and looks like one. `where`: the setting that says which there are. */
export function unknownTenants(keys: readonly ApiKey[], tenants: readonly string[], where: string): string[] {
  return keys.flatMap(({ rights }, key) =>
    rights.grants.flatMap((grant, right) =>
      grant.tenant === null || tenants.includes(grant.tenant) ? [] : [`AUTH_API_KEYS_FILE names a file in which keys.${key}.rights.${right} names a tenant that is not configured: take that of ${where}, or \`*\`.`],
    ),
  );
}

/** `apiKeys`: what the file of keys holds; null where none is named. */
export function accessOf(settings: Settings, apiKeys: readonly ApiKey[] | null): Access {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audiences, AUTH_JWKS_URL: jwksUrl } = settings;
  const tokens =
    issuer === undefined || audiences === undefined || jwksUrl === undefined
      ? null
      : {
          issuer,
          audiences,
          jwksUrl,
          types: settings.AUTH_TOKEN_TYPES,
          clockToleranceSeconds: settings.AUTH_CLOCK_TOLERANCE_SECONDS,
          rightsClaims: settings.AUTH_RIGHTS_CLAIMS,
          rightsPrefix: settings.AUTH_RIGHTS_PREFIX,
        };
  const isOpen = tokens === null && apiKeys === null;
  return {
    tokens,
    apiKeys: apiKeys ?? [],
    isOpen,
    isLoopbackOnly: isOpen && settings.AUTH_DISABLED === undefined,
    introspection: settings.INTROSPECTION,
    hasPage: settings.PAGE === 'on',
    isCompressing: settings.COMPRESSION === 'on',
    corsOrigins: settings.CORS_ORIGINS ?? [],
  };
}
