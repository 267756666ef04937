import fc from 'fast-check';
import { expect, test } from 'vitest';

import { boardQuestionOf, readBoardFilter, wholeBoard, writeBoardFilter } from '../../examples/dashboard/board-filter.js';
import { queryOf, readFilter, wholeTable, writeFilter } from '../../examples/dashboard/table-filter.js';
import { allTenants, isChosen, isFound, isNarrow, keyOfChoice, labelsOf, ofChosen, readChoice, tenantFilterOf, withChoice, type TenantChoice } from '../../examples/dashboard/tenant-choice.js';

const key = fc.stringMatching(/^[\w.-]{1,12}$/);
const choices: fc.Arbitrary<TenantChoice> = fc.record({
  tenants: fc.uniqueArray(key),
  labels: fc.uniqueArray(fc.oneof(key, fc.tuple(key, fc.string()).map(([name, value]) => `${name}=${value}`))),
});
const tenantOf = (name: string, labels: Readonly<Record<string, string>> = {}, displayName = name) => ({ key: name, displayName, labels: Object.entries(labels).map(([label, value]) => ({ __typename: 'JobTenantLabel' as const, name: label, value })) });

test('a choice comes back from the address of any page, and leaves the rest of it alone', () => {
  fc.assert(
    fc.property(choices, fc.boolean(), (choice, isBoard) => {
      const board = { ...wholeBoard, isStale: true, search: 'tenant=x' };
      const table = { ...wholeTable, search: 'label' };
      const params = new URLSearchParams(withChoice(isBoard ? writeBoardFilter(board) : writeFilter(table), choice).toString());
      expect(readChoice(params)).toEqual(choice);
      expect(isBoard ? readBoardFilter(params) : readFilter(params)).toEqual(isBoard ? board : table);
      expect(withChoice(params, allTenants).toString()).toBe((isBoard ? writeBoardFilter(board) : writeFilter(table)).toString());
    }),
  );
});

test('two choices have one key only where they are the same', () => {
  fc.assert(
    fc.property(choices, choices, (one, other) => {
      expect(keyOfChoice(one) === keyOfChoice(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
  expect([keyOfChoice(allTenants), isNarrow(allTenants)]).toEqual(['', false]);
});

test('no filter is an empty list, which would match nobody; values may have any sign', () => {
  expect(tenantFilterOf(allTenants)).toEqual({});
  const narrow = tenantFilterOf({ tenants: ['contoso'], labels: ['tier', 'note=a=b', 'empty='] });
  expect(narrow).toEqual({ tenants: ['contoso'], tenantLabels: [{ name: 'tier' }, { name: 'note', value: 'a=b' }, { name: 'empty', value: '' }] });
  expect(boardQuestionOf(wholeBoard, narrow).filter).toEqual({ operations: ['BACKUP'], ...narrow });
  expect(queryOf({ ...wholeTable, statuses: ['FAILED'] }, narrow).filter).toEqual({ statuses: ['FAILED'], ...narrow });
});

test.each([
  [{ tenants: [], labels: [] }, ['contoso', 'fabrikam', 'northwind']],
  [{ tenants: ['northwind', 'nobody'], labels: [] }, ['northwind']],
  [{ tenants: [], labels: ['tier=gold'] }, ['contoso', 'northwind']],
  [{ tenants: [], labels: ['tier=gold', 'country'] }, ['contoso']],
  [{ tenants: ['northwind'], labels: ['country'] }, []],
  [{ tenants: [], labels: ['tier=GOLD'] }, []],
] as const)('%j chooses %j, and their sources', (choice, expected) => {
  const tenants = [tenantOf('contoso', { tier: 'gold', country: 'nl' }), tenantOf('fabrikam', { tier: 'silver', country: 'de' }), tenantOf('northwind', { tier: 'gold' })];
  expect(tenants.filter((tenant) => isChosen(tenant, choice)).map((tenant) => tenant.key)).toEqual(expected);
  expect(ofChosen(tenants.map(({ key: tenant }) => ({ tenant })), tenants, choice).map(({ tenant }) => tenant)).toEqual(expected);
});

test('before the tenants are known no source is left out', () => {
  expect(ofChosen([{ tenant: 'contoso' }], [], { tenants: [], labels: ['tier=gold'] })).toEqual([{ tenant: 'contoso' }]);
});

test('labels are offered once each, and those that were chosen even where no tenant has them', () => {
  expect(labelsOf([tenantOf('a', { tier: 'gold' }), tenantOf('b', { tier: 'gold', country: 'nl' })], { tenants: [], labels: ['tier', 'tier=gold'] })).toEqual(['country=nl', 'tier', 'tier=gold']);
});

test.each([
  ['', true],
  ['STRASSE', true],
  ['contoso s', true],
  [' CONT ', true],
  ['key-1', true],
  ['fabrikam', false],
])('%j finds by name or key: %j', (search, expected) => {
  expect(isFound(tenantOf('key-1', {}, 'Contoso Straße'), search)).toBe(expected);
});
