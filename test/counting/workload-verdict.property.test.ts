import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isSettled, judgeWorkload, type Look, type Run } from '../../src/counting/workloads/workload-verdict.js';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 10, 26, 12);
const lookbackMs = 48 * hourMs;
const from = now - 240 * hourMs;

const statuses = ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'FAILED', 'STOPPED', 'SKIPPED', 'UNKNOWN'] as const;
const results: readonly string[] = ['SUCCEEDED', 'PARTIAL', 'FAILED'];

/** Runs as upstreams report them: few instants, so that many are alike; some without a start, some results without an end. */
const run = fc
  .record({ startsAgo: fc.integer({ min: 1, max: 239 }), hours: fc.integer({ min: 0, max: 47 }), status: fc.constantFrom(...statuses), isSuccess: fc.constantFrom(true, true, false, null), lacks: fc.constantFrom('', '', '', '', 'start', 'end') })
  .map(({ startsAgo, hours, status, isSuccess, lacks }): Omit<Run, 'id'> => {
    const start = now - startsAgo * hourMs;
    const end = results.includes(status) || ['STOPPED', 'SKIPPED'].includes(status) ? Math.min(now, start + hours * hourMs) : null;
    return {
      start: lacks === 'start' && end === null ? null : start,
      end: lacks === 'end' ? null : end,
      status,
      isSuccess: status === 'SUCCEEDED' || status === 'PARTIAL' ? isSuccess : false,
    };
  });
const history = fc.array(run, { maxLength: 14 }).map((runs) => runs.map((one, index): Run => ({ ...one, id: `FB${String(index).padStart(2, '0')}` })));

/** At all hours, also those at which nothing ran. */
const hoursAgo = fc.integer({ min: 1, max: 239 });
const staleAfter = fc.integer({ min: 1, max: 240 }).map((hours) => hours * hourMs);

/** As the configuration expects them; null where it does not. */
const every = fc.integer({ min: 1, max: 300 }).map((hours) => hours * hourMs);

const lookOf = (staleAfterMs: number, coveredFrom: number | null = from, everyMs: number | null = null): Look => ({ now, from, coveredFrom, lookbackMs, staleAfterMs, everyMs });
const endOf = ({ start, end }: Run): number => end ?? start ?? -Infinity;

/** Whether one comes before another, by pairs of values alone. */
function isBefore(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index !== -1 && (a[index] as number) > (b[index] as number);
}

const keyOfStart = (one: Run): readonly (number | string)[] => [one.start ?? Infinity, one.id];
const keyOfEnd = (one: Run): readonly (number | string)[] => [endOf(one), one.start ?? -Infinity, one.id];

/** The one that no other comes before. */
function first(runs: readonly Run[], keyOf: (one: Run) => readonly (number | string)[]): Run | null {
  return runs.find((one) => runs.every((other) => !isBefore(keyOf(other), keyOf(one)))) ?? null;
}

const repeatable = { seed: 20_261_126, numRuns: 400 };

describe('of a history that was read in full', () => {
  test('W3, W5, W6: latest runs and what their absence means', () => {
    fc.assert(
      fc.property(history, staleAfter, (runs, staleAfterMs) => {
        const ended = runs.filter(({ status }) => results.includes(status));
        const successes = ended.filter(({ isSuccess }) => isSuccess === true);
        const verdict = judgeWorkload(runs, lookOf(staleAfterMs));
        expect(verdict.latest).toBe(first(runs, keyOfStart));
        expect(verdict.latestEnded).toBe(first(ended, keyOfEnd));
        expect(verdict.latestSuccess).toBe(first(successes, keyOfEnd));
        const none = ended.some(({ isSuccess }) => isSuccess === null) ? 'UNKNOWN' : 'NONE';
        expect(verdict.successEvidence).toBe(successes.length > 0 ? 'FOUND' : none);
        expect(verdict.runs).toBe(runs.filter(({ start }) => start !== null).length);
        expect(verdict.searchedFrom).toBe(from);
      }),
      repeatable,
    );
  });

  test('W7: a failure counts where no success, and nothing that may be one, ended after it', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const ended = runs.filter(({ status }) => results.includes(status));
        const failed = ended.filter((one) => one.status === 'FAILED');
        const isOpen = (failure: Run): boolean => !ended.some((other) => other.isSuccess !== false && isBefore(keyOfEnd(other), keyOfEnd(failure)));
        const open = failed.filter(isOpen);
        const verdict = judgeWorkload(runs, lookOf(26 * hourMs));
        expect(verdict.consecutiveFailures).toBe(open.length);
        expect(verdict.failingSince).toBe(open.length === 0 ? null : Math.min(...open.map(endOf)));
        const newest = first(ended.filter(({ isSuccess }) => isSuccess !== false), keyOfEnd);
        expect(verdict.consecutiveFailuresPrecision).toBe(newest?.isSuccess === null ? 'AT_LEAST' : 'EXACT');
      }),
      repeatable,
    );
  });

  test('W8: stale without a success since, and neither where one may be', () => {
    fc.assert(
      fc.property(history, staleAfter, (runs, staleAfterMs) => {
        const recent = runs.filter((one) => results.includes(one.status) && now - endOf(one) <= staleAfterMs);
        const expected = recent.some(({ isSuccess }) => isSuccess === true) ? false : recent.some(({ isSuccess }) => isSuccess === null) ? null : true;
        expect(judgeWorkload(runs, lookOf(staleAfterMs)).isStale).toBe(expected);
      }),
      repeatable,
    );
  });

  test('W9, W10: five runs tell when the next one should come', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const starts = runs.flatMap(({ start }) => (start === null ? [] : [start])).sort((a, b) => b - a);
        const { expectation, isLate, latest } = judgeWorkload(runs, lookOf(26 * hourMs));
        if (starts.length < 5) return void expect([expectation, isLate]).toEqual([null, null]);
        const times = starts.slice(0, -1).map((start, index) => start - (starts[index + 1] as number));
        // Half of them are no longer, half no shorter.
        const intervalMs = expectation?.intervalMs ?? Number.NaN;
        expect(times.filter((time) => Math.max(time, hourMs) <= intervalMs).length * 2).toBeGreaterThanOrEqual(times.length);
        expect(times.filter((time) => Math.max(time, hourMs) >= intervalMs).length * 2).toBeGreaterThanOrEqual(times.length);
        const newest = starts[0] as number;
        expect(expectation?.nextAt).toBe(newest + intervalMs);
        const isUnderWay = ['QUEUED', 'RUNNING', 'PAUSED'].includes(latest?.status ?? '');
        expect(isLate).toBe(!isUnderWay && now - newest > 1.5 * intervalMs);
      }),
      repeatable,
    );
  });

  test('W9, W10: what is configured counts before any history, with an hour of grace', () => {
    const said = { late: 0, inTime: 0, never: 0 };
    fc.assert(
      fc.property(history, every, (runs, everyMs) => {
        const starts = runs.flatMap(({ start }) => start ?? []);
        const newest = starts.length === 0 ? null : Math.max(...starts);
        const { expectation, isLate, latest } = judgeWorkload(runs, lookOf(26 * hourMs, from, everyMs));
        expect(expectation).toEqual({ intervalMs: everyMs, nextAt: newest === null ? null : newest + everyMs, basis: 'CONFIGURATION' });
        if (latest === null) {
          said.never += 1;
          // What has not run in ten days need not be late that is to run every twelve.
          return void expect(isLate).toBe(everyMs + hourMs < now - from ? true : null);
        }
        const isUnderWay = ['QUEUED', 'RUNNING', 'PAUSED'].includes(latest.status);
        const isOver = newest === null ? null : now > newest + everyMs + hourMs;
        expect(isLate).toBe(isUnderWay ? false : isOver);
        if (isLate !== null) said[isLate ? 'late' : 'inTime'] += 1;
      }),
      { ...repeatable, numRuns: 1000 },
    );
    expect(Math.min(...Object.values(said))).toBeGreaterThan(20);
  });

  test('W6, W8: of what never ran a `staleAfter` beyond what was looked at decides nothing', () => {
    const never = (staleAfterMs: number) => judgeWorkload([], lookOf(staleAfterMs, from, 24 * hourMs));
    expect(never(now - from)).toMatchObject({ isStale: true, isLate: true, state: 'STALE', successEvidence: 'NONE', runs: 0, consecutiveFailures: 0, consecutiveFailuresPrecision: 'EXACT', searchedFrom: from });
    expect(never(now - from + 1)).toMatchObject({ isStale: null, isLate: true, state: 'LATE', successEvidence: 'NONE' });
    expect(judgeWorkload([], lookOf(now - from + 1, from, 300 * hourMs))).toMatchObject({ isStale: null, isLate: null, state: 'UNKNOWN' });
  });

  test('W11: the first state that holds', () => {
    fc.assert(
      fc.property(history, staleAfter, fc.option(every), (runs, staleAfterMs, everyMs) => {
        const { state, latestEnded, isStale, isLate } = judgeWorkload(runs, lookOf(staleAfterMs, from, everyMs));
        const holds = { FAILING: latestEnded?.status === 'FAILED', STALE: isStale === true, LATE: isLate === true, PARTIAL: latestEnded?.status === 'PARTIAL', UNKNOWN: isStale === null, OK: true };
        expect(state).toBe(Object.entries(holds).find(([, does]) => does)?.[0]);
      }),
      repeatable,
    );
  });
});

describe('of a history that was read in part', () => {
  test('W6, W7, W8: what is said holds of the whole too', () => {
    const said = { stale: 0, failing: 0, success: 0 };
    fc.assert(
      fc.property(history, staleAfter, hoursAgo, fc.option(every), (runs, staleAfterMs, ago, everyMs) => {
        const coveredFrom = now - ago * hourMs;
        const whole = judgeWorkload(runs, lookOf(staleAfterMs, from, everyMs));
        const part = judgeWorkload(runs.filter(({ start }) => start === null || start >= coveredFrom), lookOf(staleAfterMs, coveredFrom, everyMs));
        if (everyMs !== null) {
          expect(part.expectation).toMatchObject({ intervalMs: everyMs, basis: 'CONFIGURATION' });
          if (part.latest === null) expect(part.isLate).toBeNull();
          if (part.isLate !== null) expect(part.isLate).toBe(whole.isLate);
        }
        expect(part.runs).toBeNull();
        expect(part.successEvidence).toBe(part.latestSuccess === null ? 'UNKNOWN' : 'FOUND');
        if (part.isStale !== null) {
          said.stale += 1;
          expect(part.isStale).toBe(whole.isStale);
        }
        if (part.searchedFrom === null) expect(part.state).not.toBe('OK');
        if (part.searchedFrom === null) return void expect(part).toMatchObject({ consecutiveFailures: null, consecutiveFailuresPrecision: 'UNKNOWN', isLate: null, expectation: everyMs === null ? null : { intervalMs: everyMs, nextAt: null } });
        if (part.latestSuccess !== null) {
          said.success += 1;
          expect(part.latestSuccess).toBe(whole.latestSuccess);
        }
        expect(part.latest).toBe(first(runs.filter(({ start }) => start === null || start >= coveredFrom), keyOfStart));
        if (part.state === 'OK') expect(['OK', 'LATE']).toContain(whole.state);
        if ((part.consecutiveFailures ?? 0) > 0) said.failing += 1;
        if (part.consecutiveFailuresPrecision === 'EXACT') expect(part.consecutiveFailures).toBe(whole.consecutiveFailures);
        expect(part.consecutiveFailures).toBeLessThanOrEqual(whole.consecutiveFailures ?? 0);
      }),
      { ...repeatable, numRuns: 2000 },
    );
    expect(Math.min(...Object.values(said))).toBeGreaterThan(50);
  });

  test('W6, W7: where nothing more need be read, nothing that is said would change', () => {
    let settled = 0;
    fc.assert(
      fc.property(history, staleAfter, hoursAgo, fc.option(every), (runs, staleAfterMs, ago, everyMs) => {
        const coveredFrom = now - ago * hourMs;
        const part = judgeWorkload(runs.filter(({ start }) => start === null || start >= coveredFrom), lookOf(staleAfterMs, coveredFrom, everyMs));
        if (!isSettled(part)) return;
        settled += 1;
        const { latest, latestEnded, latestSuccess, successEvidence, successAgeMs, consecutiveFailures, consecutiveFailuresPrecision, failingSince, isStale } = judgeWorkload(runs, lookOf(staleAfterMs, from, everyMs));
        expect(part).toMatchObject({ latest, latestEnded, latestSuccess, successEvidence, successAgeMs, consecutiveFailures, consecutiveFailuresPrecision, failingSince, isStale });
        expect(part.isLate).not.toBeNull();
      }),
      { ...repeatable, numRuns: 4000 },
    );
    expect(settled).toBeGreaterThan(100);
  });

  test('where nothing can be promised, nothing is said but what was found', () => {
    fc.assert(
      fc.property(history, staleAfter, fc.option(every), (runs, staleAfterMs, everyMs) => {
        const { state, isStale, isLate, consecutiveFailures, searchedFrom, latestSuccess, successEvidence } = judgeWorkload(runs, lookOf(staleAfterMs, null, everyMs));
        expect({ isLate, consecutiveFailures, searchedFrom, state }).toEqual({ isLate: null, consecutiveFailures: null, searchedFrom: null, state: 'UNKNOWN' });
        expect(isStale).not.toBe(true);
        expect(successEvidence).toBe(latestSuccess === null ? 'UNKNOWN' : 'FOUND');
      }),
      repeatable,
    );
  });
});
