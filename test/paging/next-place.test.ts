import { expect, test } from 'vitest';

import { isFarFromEnd, nextPlace, type PageRules } from '../../src/paging/next-place.js';

interface Case {
  readonly received: number;
  readonly total: number;
  readonly number: number;
  readonly seen: number;
  /** How many of the rows are different jobs. */
  readonly different?: number;
}

const rules = { firstNumber: 0, pageSize: 100, isTotalFinal: true };

test.each<[string, Case, number | null]>([
  ['no rows on the first page, below a total: pages may be counted from the next number', { received: 0, total: 188, number: 0, seen: 0 }, 1],
  ['no rows, and none in all', { received: 0, total: 0, number: 0, seen: 0 }, null],
  ['no rows on a later page, whatever the total', { received: 0, total: 188, number: 1, seen: 0 }, null],
  ['a total that is reached', { received: 88, total: 188, number: 1, seen: 188 }, null],
  ['a total that is reached only with rows that have left', { received: 100, total: 250, number: 1, seen: 260 }, 2],
  ['a total of nothing beside a full page', { received: 100, total: 0, number: 0, seen: 100 }, 1],
  ['a total of nothing beside a short page', { received: 40, total: 0, number: 0, seen: 40 }, null],
  ['a total of one beside a full page of the same job', { received: 100, total: 1, number: 0, seen: 1, different: 1 }, null],
])('without a link: %s', (_title, { received, total, number, seen, different = received }, next) => {
  const rows = Array.from({ length: received }, (_, index) => ({ id: `job-${index % different}`, startedAt: null }));
  const page = { rows, received, total, next: { kind: 'none' } } as const;
  expect(nextPlace(page, { number, token: null }, seen, rules)).toMatchObject(next === null ? { kind: 'end' } : { kind: 'place', place: { number: next, token: null } });
});

test.each<[string, { readonly total: number | null; readonly received?: number; readonly seen?: number }, boolean, boolean]>([
  ['a full page without a total', { total: null }, true, true],
  ['a full page and a total below it', { total: 0 }, true, true],
  ['a full page and a total that counts the page', { total: 100 }, false, true],
  ['a full page and a total not reached', { total: 101 }, true, false],
  ['a full page and a total not reached, though it may count the page', { total: 101 }, false, false],
  ['a page without rows below a total', { total: 101, received: 0, seen: 0 }, true, false],
  ['a total of so many rows, of jobs that came twice', { total: 100, seen: 90 }, true, true],
])('the number after %s is a guess, or it is promised', (_title, { total, received = 100, seen = 100 }, isTotalFinal, isGuess) => {
  const rows = Array.from({ length: received }, (_, index) => ({ id: `job-${index}`, startedAt: null }));
  const next = nextPlace({ rows, received, total, next: { kind: 'none' } }, { number: 0, token: null }, seen, { ...rules, isTotalFinal });
  expect(next).toEqual({ kind: 'place', place: { number: 1, token: null, ...(isGuess && { isGuess }) } });
});

test('a short page ends the list where a total counts the page, though rows came twice', () => {
  const rows = Array.from({ length: 9 }, (_, index) => ({ id: `job-${index % 8}`, startedAt: null }));
  const next = nextPlace({ rows, received: 9, total: 9, next: { kind: 'none' } }, { number: 0, token: null }, 8, { ...rules, isTotalFinal: false });
  expect(next).toEqual({ kind: 'end' });
});

test.each<[string, { readonly total: number | null; readonly seen?: number; readonly number?: number; readonly next?: 'none' | 'more' | 'bad'; readonly rules?: Partial<PageRules> }, boolean]>([
  ['a total of more than one page more', { total: 201 }, true],
  ['so too with a link', { total: 201, next: 'more' }, true],
  ['a total of one page more', { total: 200 }, false],
  ['no total', { total: null, next: 'more' }, false],
  ['a total that may count the page', { total: 201, rules: { isTotalFinal: false } }, false],
  ['a link that is not followed', { total: 900, next: 'bad' }, false],
  ['a page far behind, of jobs that mostly came in since they were counted', { total: 300, number: 1, seen: 1 }, false],
  ['jobs that were seen and have left', { total: 300, seen: 200 }, false],
])('far from the end: %s', (_title, { total, seen = 100, number = 0, next = 'none', rules: changes }, isFar) => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ id: `job-${index}`, startedAt: null }));
  const link = next === 'bad' ? { kind: next, reason: 'leads elsewhere' } : { kind: next };
  expect(isFarFromEnd({ rows, received: 100, total, next: link }, { number, token: null }, seen, { ...rules, ...changes })).toBe(isFar);
});
