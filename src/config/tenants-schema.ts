import { z } from 'zod';

import { openZone } from '../clocks/zone.js';
import { readDuration } from '../planning/duration.js';
import { CLOUDS, REGIONS } from '../upstream/hosts.js';
import { modules } from './products.js';
import { TENANT_KEY, TIME_FILTERS } from './tenant.js';
import { httpUrl, oneOf } from './values.js';

const TEXT = 'needs a text; what looks like a number takes quotes';
const WORDS = 'needs a map: names of up to 64 letters, digits, dots, dashes and underscores, each with a text';
const LONGEST_TEXT = 200;
/** Characters that no line shows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]/u;

const text = () =>
  z
    .string(TEXT)
    .refine((value) => value.trim() !== '' && value.length <= LONGEST_TEXT, `takes 1 to ${LONGEST_TEXT} characters`)
    .refine((value) => !UNSEEN.test(value), 'takes one line without control characters');
const path = () => z.string(TEXT).min(1, 'names no file');
const list = <Item extends z.ZodType>(item: Item) => z.array(item, 'needs a list').min(1, 'is empty');
/** In the order of the names. */
const words = () =>
  z
    .record(z.string().regex(TENANT_KEY), text(), WORDS)
    .transform((map) => Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)));
/** Milliseconds. */
const duration = () =>
  z
    .string(TEXT)
    .transform(readDuration)
    .refine((milliseconds) => (milliseconds ?? 0) > 0, 'has to be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT26H')
    .transform(Number);

/** Where a tenant is asked, and how it is judged; what it does not say itself the defaults say. */
const surroundings = {
  environment: oneOf(Object.keys(CLOUDS) as (keyof typeof CLOUDS)[]).optional(),
  region: oneOf(REGIONS).optional(),
  graphUrl: httpUrl().optional(),
  identityUrl: httpUrl().optional(),
  staleAfter: duration().optional(),
  timeZone: z
    .string(TEXT)
    .refine((name) => openZone(name) !== null, 'has to be an IANA time zone, such as Europe/Amsterdam')
    .optional(),
};

export const Defaults = z.strictObject(surroundings, `takes ${Object.keys(surroundings).join(', ')}`);
export type Defaults = z.infer<typeof Defaults>;

export const FileParts = z.strictObject({ defaults: z.unknown().optional(), tenants: z.array(z.unknown(), 'needs a list').min(1, 'names no tenant') }, 'takes defaults and tenants');

/** What stands below credentials, products and expected is read by itself, so that what is wrong in one hides nothing in another. */
const fields = {
  key: z.string(TEXT).regex(TENANT_KEY, 'takes up to 64 letters, digits, dots, dashes and underscores'),
  name: text().optional(),
  labels: words().default([]),
  ids: words().default([]),
  ...surroundings,
  credentials: z.unknown().optional(),
  products: z.array(z.unknown(), 'needs a list').min(1, 'names no product'),
  expected: z.array(z.unknown(), 'needs a list').default([]),
};

export const TenantFields = z.strictObject(fields, `takes ${Object.keys(fields).join(', ')}`);
export type TenantFields = z.output<typeof TenantFields>;

export const CredentialFields = z.strictObject(
  {
    clientId: text(),
    clientSecretFile: path().optional(),
    clientSecretEnv: z.string(TEXT).min(1, 'names no variable').optional(),
    certificateFile: path().optional(),
    keyFile: path().optional(),
    keyPassphraseFile: path().optional(),
  },
  'takes clientId with clientSecretFile, clientSecretEnv, or certificateFile and keyFile, to which keyPassphraseFile may belong; no secret stands in the file itself',
);
export type CredentialFields = z.infer<typeof CredentialFields>;

const productName = () => oneOf(modules.map(({ name }) => name));

export const Product = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject(
    {
      name: productName(),
      region: surroundings.region,
      endpoint: z.string(TEXT).optional(),
      url: httpUrl().optional(),
      timeFilter: oneOf(TIME_FILTERS).optional(),
      locations: list(z.string(TEXT).regex(/^\w+$/, 'has to be a Multi-Geo location code, such as NAM')).default([]),
    },
    'takes the name of a product, or name with region, endpoint, url, timeFilter and locations',
  ),
);
export type Product = z.infer<typeof Product>;

export const Expectation = z.strictObject(
  {
    product: productName(),
    services: list(text()).optional(),
    organizations: list(text()).optional(),
    operation: z.string(TEXT),
    every: duration(),
    staleAfter: duration().optional(),
  },
  'takes product, services or organizations, operation, every and staleAfter',
);
export type Expectation = z.infer<typeof Expectation>;
