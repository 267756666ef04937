import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ProductSwitches, SimulatedJob } from '../../simulator/index.js';
import { seatOf, seats, type Seat } from './index.js';
import { expectTruth, standingStory, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { expectSameJobs, expectTrueFields, expectUntroubled, walk } from './walk.js';

/** However the upstream writes it, it says the same. Numbers are those of the register in docs/upstream.md §13. */
interface Dialect {
  readonly title: string;
  readonly switches: Partial<ProductSwitches>;
  /** All where none are named. */
  readonly only?: (seat: Seat) => boolean;
}

const isWorded = ({ statusNames }: Seat): boolean => statusNames !== null;
const inHours = ({ durationUnit }: Seat): boolean => durationUnit === 'hours';
const isSpan = ({ durationUnit }: Seat): boolean => durationUnit === 'timespan';

const asNumbers = { totalCount: 'totalNumber', failedCount: 'failedNumber', successfulCount: 'successfulNumber', skippedCount: 'skippedNumber' };

const dialects: readonly Dialect[] = [
  { title: '1, 9: names in Pascal case', switches: { casing: 'pascal' } },
  { title: '2: names in camel case', switches: { casing: 'camel' } },
  { title: 'names in lower case', switches: { casing: 'lower' } },
  { title: '3: totalNumber around the rows', switches: { envelopeNames: { totalCount: 'totalNumber' } } },
  { title: '3: …Number in the rows', switches: { rowNames: asNumbers } },
  { title: '3: …Number at both levels', switches: { envelopeNames: { totalCount: 'totalNumber' }, rowNames: asNumbers } },
  { title: 'successCount, as the README of the SDK has it', switches: { rowNames: { successfulCount: 'successCount' } } },
  { title: '4: ISO with Z', switches: { times: 'iso-z' } },
  { title: '4: ISO with an offset', switches: { times: 'iso-offset' } },
  { title: '4: ISO without an offset', switches: { times: 'iso-bare' } },
  { title: '4: ticks', switches: { times: 'ticks' } },
  { title: '4, 13: ticks as text', switches: { times: 'ticks', numbersAsText: true } },
  { title: '5: hours as text', switches: { durations: 'hours' }, only: inHours },
  { title: '5: hours as a number', switches: { durations: 'hours-number' }, only: inHours },
  { title: '6: a TimeSpan', switches: { durations: 'timespan' }, only: isSpan },
  { title: '6: the older duration in ticks', switches: { durations: 'ticks', times: 'ticks' }, only: ({ name }) => name === 'iaas-paas/jobs' },
  { title: '7: states by the labels of the page', switches: { stateTexts: 'label' }, only: isWorded },
  { title: '7: states by the names of the specification', switches: { stateTexts: 'name' }, only: isWorded },
  { title: '7: states by code', switches: { stateTexts: 'code' }, only: isWorded },
  { title: '8: state for status, status for state', switches: { rowNames: { status: 'state', state: 'status' } } },
  { title: 'id for jobId, jobId for id', switches: { rowNames: { jobId: 'id', id: 'jobId' } } },
  { title: 'endTime for finishTime', switches: { rowNames: { finishTime: 'endTime' } } },
  { title: '9: rows at Value, all in Pascal case', switches: { envelopeNames: { jobs: 'Value' }, casing: 'pascal' } },
  { title: 'rows at result', switches: { envelopeNames: { jobs: 'result' } } },
  { title: '11: nextlink', switches: { envelopeNames: { nextLink: 'nextlink' } } },
  { title: '13: numbers as text', switches: { numbersAsText: true } },
  { title: '13: nothing said is left out', switches: { unset: 'absent' } },
  { title: '13: nothing said is ""', switches: { unset: '' } },
  { title: '13: nothing said is "N/A"', switches: { unset: 'N/A' } },
  { title: '13: numbers as text, nothing said is "N/A"', switches: { numbersAsText: true, unset: 'N/A' } },
  ...(['1970-01-01T00:00:00Z', '1899-12-31T23:00:00Z', '0001-01-01T00:00:00', '9999-12-31T23:59:59.9999999-08:00', 0, -62_135_596_800, 253_402_300_799_999, 3_155_378_975_999_999_999n] as const).map((unsetTimes) => ({
    title: `a time that there is not is ${unsetTimes}`,
    switches: { unsetTimes },
  })),
  { title: 'a time that there is not, in ticks, is the first of Unix', switches: { times: 'ticks', unsetTimes: 621_355_968_000_000_000n } },
  { title: 'dates alone are taken', switches: { datesOnly: true }, only: ({ grain }) => grain === 'day' },
];

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds(standingStory(24, 3), { AVEPOINT_PAGE_SIZE: '30' });
});
afterAll(() => worlds.close());

describe.each(dialects)('$title', ({ switches, only }) => {
  const told = seats.filter((seat) => only?.(seat) ?? true);

  it.each(told)('$name says the same', async (seat) => {
    worlds.set(seat, switches);
    const { warnings } = await expectTruth(worlds, seat);
    // The story has codes that nobody knows. Of this dialect nothing is odd.
    expect(warnings).toEqual(['UNKNOWN_CODE']);
  });
});

describe('4: dates alone', () => {
  const midnight = (ms: number | null): number | null => ms && Math.floor(ms / 86_400_000) * 86_400_000;
  const onDates = (jobs: readonly SimulatedJob[]): SimulatedJob[] =>
    jobs.map((job) => ({ ...job, startedAt: midnight(job.startedAt), finishedAt: midnight(job.finishedAt) }));

  it.each(seats)('$name: they are midnight in UTC', async (seat) => {
    worlds.set(seat, { times: 'date' });
    const truth = onDates(worlds.truthOf(seat));
    const walked = await walk(worlds.of(seat), seat);
    expectUntroubled(walked);
    expectSameJobs(walked.jobs, truth);
    expectTrueFields(walked.jobs, truth, [seat]);
  });
});

describe('6: a job of forty hours', () => {
  const lengthOf = ({ startedAt, finishedAt }: SimulatedJob): number => (finishedAt ?? 0) - (startedAt ?? 0);
  const forty = (seat: Seat): SimulatedJob => {
    const job = worlds.truthOf(seat).find((one) => Math.floor(lengthOf(one) / 3_600_000) === 40);
    return job ?? expect.fail(`no job of ${seat.name} runs for forty hours`);
  };

  it.each(seats)('$name: is shown in hours', async (seat) => {
    worlds.set(seat, {});
    const { jobs } = await walk(worlds.of(seat), seat);
    const found = jobs.find(({ jobId }) => jobId === forty(seat).jobId);
    expect(found?.duration).toMatchObject({ iso: expect.stringMatching(/^PT40H4[34](\.\d+)?S$/) as string, seconds: lengthOf(forty(seat)) / 1000, basis: 'COMPUTED' });
  });

  it('is written 1.16:00:44 by IaaS + PaaS, give or take the second that is cut off', async () => {
    const seat = seatOf('iaas-paas/jobs');
    worlds.set(seat, {});
    const { jobs } = await walk(worlds.of(seat), seat);
    const found = jobs.find(({ jobId }) => jobId === forty(seat).jobId);
    expect(found?.duration?.upstreamValue).toMatch(/^1\.16:00:4[34]$/);
  });
});
