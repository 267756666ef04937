import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { SourceAnswerFragment, TenantBoardFragment, TenantFactsFragment, TenantJobCountFragment } from '../../examples/dashboard/generated/graphql.js';
import { rollUp, type TenantLine } from '../../examples/dashboard/tenants/roll-up.js';
import { failedJobs, oldestSuccess, silentSources, workloadCount } from '../../examples/dashboard/tenants/roll-up-phrases.js';

type Source = SourceAnswerFragment['source'];
type Health = Source['health']['state'];

function sourceOf(tenant: string, state: Health = 'HEALTHY'): Source {
  const health = { __typename: 'JobSourceHealth', state, lastSuccessAt: null, lastFailureAt: null, lastError: null, retryAt: null } as const;
  return { __typename: 'JobSource', id: `${tenant}/us/salesforce`, tenant, region: 'us', product: 'SALESFORCE', endpoint: 'PUBLIC_API', isSimulated: false, health } as Source;
}
const tenantOf = (key: string, ...states: Health[]): TenantFactsFragment => ({ __typename: 'JobTenant', id: key, key, displayName: key, labels: [], sources: states.map((state) => sourceOf(key, state)) }) as TenantFactsFragment;
const numbers = { total: 3, failing: 0, stale: 0, late: 0, partial: 0, unknown: 0, breached: 0, undecided: 0, worstSuccessAgeSeconds: 7200, silentSources: 0 };
const boardOf = (tenant: string, own: Partial<Record<keyof typeof numbers, number | null>> = {}) => ({ __typename: 'JobWorkloadGroup', key: { __typename: 'JobStatsKey', tenant }, ...numbers, ...own }) as TenantBoardFragment;
const countOf = (tenant: string, failed: number | null, precision: TenantJobCountFragment['precision'] = 'EXACT') => ({ __typename: 'JobStatsGroup', key: { tenant }, precision, counts: failed === null ? null : { failed } }) as TenantJobCountFragment;
const answerOf = (tenant: string, outcome: SourceAnswerFragment['outcome']) => ({ __typename: 'JobSourceResult', source: sourceOf(tenant), outcome, error: null, coveredFrom: null }) as SourceAnswerFragment;

const lineOf = (board: TenantBoardFragment | null, outcome: SourceAnswerFragment['outcome'] = 'OK', count: TenantJobCountFragment | null = countOf('a', 0)): TenantLine => {
  const [line] = rollUp([tenantOf('a', 'HEALTHY')], board === null ? null : { groups: [board], sources: [answerOf('a', outcome)] }, count === null ? null : { groups: [count], sources: [] });
  return line ?? expect.fail('There is no line.');
};

test.each([
  [{ failing: 1, breached: 2, silentSources: 1 }, 'FAILING'],
  [{ breached: 1, silentSources: 1 }, 'STALE'],
  [{ silentSources: 1, late: 1 }, 'SILENT'],
  [{ total: 0, silentSources: 1 }, 'SILENT'],
  [{ late: 1, partial: 1 }, 'LATE'],
  [{ partial: 1, unknown: 1 }, 'PARTIAL'],
  [{ unknown: 1 }, 'UNKNOWN'],
  [{ undecided: 1 }, 'UNKNOWN'],
  [{ total: 0 }, 'EMPTY'],
  [{}, 'OK'],
] as const)('a tenant of %j is %s', (board, state) => {
  expect(lineOf(boardOf('a', board)).state).toBe(state);
});

test('only what was read in full, by all of its sources, is well', () => {
  fc.assert(
    fc.property(fc.constantFrom('OK', 'PARTIAL', 'FAILED'), fc.record({ unknown: fc.nat(1), undecided: fc.nat(1), silentSources: fc.nat(1) }), fc.boolean(), (outcome, own, isRead) => {
      const { state } = lineOf(isRead ? boardOf('a', own) : null, outcome);
      expect(state === 'OK').toBe(isRead && outcome === 'OK' && Object.values(own).every((count) => count === 0));
    }),
  );
});

test('worst first; alike, in the order of the configuration', () => {
  const boards = [boardOf('well'), boardOf('silent', { total: 0, silentSources: 1 }), boardOf('unknown', { undecided: 1 }), boardOf('one', { breached: 1 }), boardOf('old', { breached: 2 }), boardOf('two', { breached: 2 }), boardOf('bad', { failing: 1 }), boardOf('also', {})];
  const keys = boards.map(({ key }) => key.tenant ?? '');
  const lines = rollUp(keys.map((key) => tenantOf(key)), { groups: boards, sources: [] }, { groups: [countOf('two', 5)], sources: [] });
  expect(lines.map(({ tenant }) => tenant.key)).toEqual(['bad', 'two', 'old', 'one', 'silent', 'unknown', 'well', 'also']);
});

test.each([
  [['HEALTHY', 'UNAVAILABLE', 'DEGRADED'], 'UNAVAILABLE'],
  [['UNTESTED', 'DEGRADED', 'HEALTHY'], 'DEGRADED'],
  [['HEALTHY', 'UNTESTED'], 'UNTESTED'],
  [['HEALTHY'], 'HEALTHY'],
] as const)('sources that are %j make a tenant %s', (states, health) => {
  expect(rollUp([tenantOf('a', ...states)], null, null)[0]?.health).toBe(health);
});

test('a source that was missing from both is named once, and one that was counted short says nothing of the board', () => {
  const [line] = rollUp([tenantOf('a'), tenantOf('b')], { groups: [boardOf('a')], sources: [answerOf('a', 'OK'), answerOf('b', 'FAILED')] }, { groups: [], sources: [answerOf('a', 'PARTIAL'), answerOf('b', 'FAILED')] }).filter(({ tenant }) => tenant.key === 'a');
  expect([line?.state, line?.isCut, line?.missing.map(({ outcome }) => outcome)]).toEqual(['OK', false, ['PARTIAL']]);
  const [other] = rollUp([tenantOf('b')], { groups: [boardOf('b')], sources: [answerOf('b', 'FAILED')] }, { groups: [], sources: [answerOf('b', 'FAILED')] });
  expect([other?.isCut, other?.missing.length]).toEqual([true, 1]);
});

test('what is not known has a mark and no number', () => {
  const notKnown = { text: 'Not known', kind: 'unknown' };
  const blank = lineOf(null, 'OK', null);
  expect([failedJobs(blank), workloadCount(blank, 'breached'), silentSources(blank), oldestSuccess(blank)]).toEqual([notKnown, notKnown, notKnown, notKnown]);
  expect(failedJobs(lineOf(null, 'OK', countOf('a', null, 'UNKNOWN')))).toEqual(notKnown);
  expect(failedJobs(lineOf(null, 'OK', countOf('a', 0, 'AT_LEAST')))).toEqual({ text: 'At least 0', kind: 'unknown' });
  expect(workloadCount(lineOf(boardOf('a'), 'PARTIAL'), 'breached')).toEqual({ text: 'At least 0', kind: 'unknown' });
  expect(workloadCount(lineOf(boardOf('a')), 'breached')).toEqual({ text: '0', kind: 'plain' });
  expect(workloadCount(lineOf(boardOf('a', { failing: 2 })), 'failing')).toEqual({ text: '2', kind: 'bad' });
  expect(workloadCount(lineOf(boardOf('a', { undecided: 2 })), 'undecided')).toEqual({ text: '2', kind: 'unknown' });
});

test.each([
  [{}, 'OK', '2 h ago', 'plain'],
  [{}, 'FAILED', '2 h ago, of what is known', 'unknown'],
  [{ undecided: 1 }, 'OK', '2 h ago, of what is known', 'unknown'],
  [{ worstSuccessAgeSeconds: null }, 'OK', 'None', 'bad'],
  [{ worstSuccessAgeSeconds: null }, 'FAILED', 'Not known', 'unknown'],
  [{ worstSuccessAgeSeconds: null, total: 0 }, 'OK', 'None', 'plain'],
] as const)('the oldest success of %j, %s: %s', (board, outcome, text, kind) => {
  expect(oldestSuccess(lineOf(boardOf('a', board), outcome))).toEqual({ text, kind });
});
