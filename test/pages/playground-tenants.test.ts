import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readTenants, takesTenants, withTenants } from '../../playground/tenants.js';

const example = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', 'examples', `${name}.graphql`), 'utf8');

const othersIn = (variables: string): unknown[] => Object.entries(JSON.parse(variables) as object).filter(([name]) => name !== 'tenants');

test('only an operation that declares the variable takes tenants', () => {
  expect(takesTenants(example('failures-of-tenants'))).toBe(true);
  expect(takesTenants(example('newest-jobs'))).toBe(false);
  expect(takesTenants('query Q($tenants : [String!]!) { jobs(filter: { tenants: $tenants }) { totalCount } }')).toBe(true);
  expect(takesTenants('# query Q($tenants: [String!])\n{ jobSources { id } }')).toBe(false);
  expect(takesTenants('query Q($tenants: String) { jobSources { id } }')).toBe(false);
});

test('what was put in is read again, and other variables stay', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.string()), (others, tenants) => {
      const before = JSON.stringify({ ...others, tenants: ['before'] });
      const after = withTenants(before, tenants);
      expect(readTenants(after)).toEqual(tenants);
      expect(othersIn(after || '{}')).toEqual(othersIn(before));
    }),
  );
});

test('without a tenant there is no variable, which would match nobody', () => {
  expect(withTenants('{ "tenants": ["contoso"] }', [])).toBe('');
  expect(JSON.parse(withTenants('', ['contoso']))).toEqual({ tenants: ['contoso'] });
});

test.each([['{', null], ['[]', null], ['{ "tenants": "contoso" }', null], ['{ "tenants": [1] }', null], ['', []], ['{ "tenants": null }', []]])('variables %s have %j', (text, expected) => {
  expect(readTenants(text)).toEqual(expected);
});
