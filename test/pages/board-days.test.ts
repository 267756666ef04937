import fc from 'fast-check';
import { expect, test } from 'vitest';

import { daysOf, lookOf, summaryOf, wordsOf, type Day } from '../../examples/dashboard/board/days.js';
import type { DayGroup } from '../../examples/dashboard/reading/use-days.js';

const none = { total: 0, queued: 0, running: 0, paused: 0, succeeded: 0, partial: 0, failed: 0, stopped: 0, skipped: 0, unknown: 0 };
const [monday, tuesday] = ['2026-11-23T00:00:00.000Z', '2026-11-24T00:00:00.000Z'];

function group(start: string, code: string | null, counts: Partial<typeof none> | null, { type = 'Backup', precision = 'EXACT' }: { readonly type?: string; readonly precision?: DayGroup['precision'] } = {}): DayGroup {
  return { key: { workload: code === null ? null : { code }, type: { label: type }, stretch: { start } }, precision, counts: counts && { ...none, ...counts } };
}
const backupOf = (code: string | null) => ({ operation: 'BACKUP', workload: code === null ? null : { code } }) as const;
const looksOf = (groups: readonly DayGroup[], code: string | null): string[] => daysOf({ own: { groups } }, backupOf(code)).map(lookOf);

test('a day is as its worst run, and one of which all was read without a run says so', () => {
  const groups = [group(tuesday, 'a', { succeeded: 3 }), group(tuesday, 'a', { partial: 1 }, { type: 'On-demand backup' }), group(monday, 'a', {}), group(monday, 'b', { failed: 1 }), group(tuesday, 'b', { succeeded: 1 })];
  expect(looksOf(groups, 'a')).toEqual(['NONE', 'PARTIAL']);
  expect(looksOf(groups, 'b')).toEqual(['FAILED', 'SUCCEEDED']);
  expect(daysOf({ own: { groups } }, backupOf('a')).map(wordsOf)).toEqual(['no run', '1 partly failed, 3 succeeded']);
});

test('a workload that did not run in these days has days without a run, where all was read, and else days that are not known', () => {
  expect(looksOf([group(monday, 'a', { succeeded: 1 }), group(tuesday, 'a', {}, { precision: 'AT_LEAST' })], 'z')).toEqual(['NONE', 'UNREAD']);
  expect(looksOf([group(monday, null, null, { precision: 'UNKNOWN' })], 'z')).toEqual(['UNREAD']);
});

test('what nothing tells is a workload of its own', () => {
  expect(looksOf([group(monday, null, { failed: 1 }), group(monday, 'a', { succeeded: 1 })], null)).toEqual(['FAILED']);
});

test('backups of audit logs hide no missing backup, and are what they are among other operations', () => {
  const groups = [group(monday, 'a', { succeeded: 1 }, { type: 'Audit log backup' }), group(tuesday, 'a', { failed: 1 }, { type: 'Audit backup' }), group(monday, 'a', {}), group(tuesday, 'a', { succeeded: 1 })];
  expect(looksOf(groups, 'a')).toEqual(['NONE', 'SUCCEEDED']);
  const other = daysOf({ own: { groups: [group(monday, 'a', {}, { type: 'Data service' }), group(tuesday, 'a', {}, { type: 'Data service' })] }, logs: { groups } }, { operation: 'OTHER', workload: { code: 'a' } });
  expect(other.map(lookOf)).toEqual(['SUCCEEDED', 'FAILED']);
});

test('what may be more than was read is no number, and a sentence says on how many days', () => {
  const days: Day[] = [
    { start: monday, tally: [['FAILED', 1]], precision: 'AT_LEAST' },
    { start: tuesday, tally: [['SUCCEEDED', 2]], precision: 'AT_LEAST' },
    { start: '2026-11-25T00:00:00.000Z', tally: [], precision: 'EXACT' },
  ];
  expect(days.map(lookOf)).toEqual(['FAILED', 'UNREAD', 'NONE']);
  expect(days.map(wordsOf)).toEqual(['at least 1 failed; there may be more', 'at least 2 succeeded; there may be more', 'no run']);
  expect(summaryOf(days)).toBe('The last 3 days, each by its worst run: not known on 1 day, failed on 1 day, no run on 1 day.');
});

test('no day that was not read in full ever looks well, or without a run', () => {
  const groups = fc.array(
    fc.record({ start: fc.constantFrom(monday, tuesday), code: fc.constantFrom('a', 'b', null), precision: fc.constantFrom('EXACT', 'AT_LEAST', 'UNKNOWN'), succeeded: fc.nat(3), failed: fc.nat(1), type: fc.constantFrom('Backup', 'Audit backup') }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(groups, (drawn) => {
      const own = { groups: drawn.map(({ start, code, precision, succeeded, failed, type }) => group(start, code, precision === 'UNKNOWN' ? null : { succeeded, failed }, { type, precision: precision })) };
      for (const day of daysOf({ own }, backupOf('a'))) {
        const isRead = own.groups.every(({ key, precision }) => key.stretch?.start !== day.start || precision === 'EXACT');
        if (!isRead) expect(['FAILED', 'UNREAD']).toContain(lookOf(day));
        if (!isRead) expect(wordsOf(day)).toMatch(/not known|may be more/);
      }
    }),
  );
});
