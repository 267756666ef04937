import { describe, expect, test } from 'vitest';

import { duePhrase, rhythmPhrase, streakPhrase, successPhrase } from '../../examples/dashboard/board/phrases.js';
import { factsOf } from '../../examples/dashboard/reading/board-pages.js';
import type { Workload } from '../../examples/dashboard/reading/use-board.js';

const well: Workload = {
  id: 'id',
  source: { id: 'source', tenant: 'default', region: 'us', product: 'SALESFORCE' },
  operation: 'BACKUP',
  workload: null,
  state: 'OK',
  latest: null,
  latestEnded: null,
  latestSuccess: null,
  successEvidence: 'FOUND',
  successAgeSeconds: 7200,
  consecutiveFailures: 0,
  consecutiveFailuresPrecision: 'EXACT',
  failingSince: null,
  runs: 7,
  expectation: { intervalSeconds: 86_400, nextAt: null, basis: 'HISTORY' },
  isLate: false,
  isStale: false,
  searchedFrom: '2026-11-19T00:00:00.000Z',
};

describe('the last success', () => {
  test.each([
    ['is so long ago', {}, '2 h ago', 'plain'],
    ['is too long ago', { isStale: true }, '2 h ago', 'bad'],
    ['may not be the last, where a newer run was not read', { searchedFrom: null, isStale: null }, 'at most 2 h ago', 'unknown'],
    ['was never, which is no unknown', { successEvidence: 'NONE', successAgeSeconds: null, isStale: true }, 'never in the last 7 days', 'bad'],
    ['cannot be told, which is no never', { successEvidence: 'UNKNOWN', successAgeSeconds: null, isStale: null }, 'cannot be told', 'unknown'],
  ] as const)('%s', (_title, facts, text, kind) => {
    expect(successPhrase({ ...well, ...facts }, 'the last 7 days')).toEqual({ text, kind });
  });
});

describe('failures in a row', () => {
  test.each([
    ['none', {}, 'none', 'plain'],
    ['some', { consecutiveFailures: 3 }, '3', 'bad'],
    ['some, and perhaps more', { consecutiveFailures: 3, consecutiveFailuresPrecision: 'AT_LEAST' }, 'at least 3', 'bad'],
    ['none that was read', { consecutiveFailuresPrecision: 'AT_LEAST' }, 'at least 0', 'unknown'],
    ['nothing is known', { consecutiveFailures: null, consecutiveFailuresPrecision: 'UNKNOWN' }, 'cannot be told', 'unknown'],
  ] as const)('%s', (_title, facts, text, kind) => {
    expect(streakPhrase({ ...well, ...facts })).toEqual({ text, kind });
  });
});

test('lateness is said where there is an expectation, and only where it is known', () => {
  expect([rhythmPhrase(well), duePhrase(well)?.kind]).toEqual(['every 1 d', 'plain']);
  expect(duePhrase({ ...well, isLate: true })?.kind).toBe('bad');
  expect(duePhrase({ ...well, isLate: null })).toEqual({ text: 'cannot be told', kind: 'unknown' });
  expect([rhythmPhrase({ ...well, expectation: null }), duePhrase({ ...well, expectation: null })]).toEqual(['no rhythm known', null]);
});

test('pages that are joined stay incomplete where one was, and keep who was missing', () => {
  const [ok, failed] = [{ outcome: 'OK' }, { outcome: 'FAILED' }];
  expect(factsOf({ groups: [1], isComplete: false, sources: [failed, ok] }, { groups: [2], isComplete: true, sources: [ok, ok] })).toEqual({ groups: [1], isComplete: false, sources: [failed, ok] });
  expect(factsOf({ groups: [1], isComplete: true, sources: [ok, ok] }, { groups: [2], isComplete: false, sources: [ok, failed] })).toEqual({ groups: [1], isComplete: false, sources: [ok, failed] });
});
