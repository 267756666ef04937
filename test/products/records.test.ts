import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Json, ProductSwitches, SimulatedJob } from '../../simulator/index.js';
import { readAlike } from './read-alike.js';
import { runningOf, seatOf, seats, seatsOf, type Seat } from './index.js';
import { plainJobs, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { expectSameJobs, expectTrueFields, expectUntroubled, walk } from './walk.js';

/** Strange records: docs/behaviour.md §6. Numbers are those of the register in docs/upstream.md §13. */

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds(plainJobs(6));
});
afterAll(() => worlds.close());

async function read(seat: Seat, switches: Partial<ProductSwitches>, path: string): Promise<{ shown: unknown; warnings: unknown }> {
  const { [path]: shown, warnings } = await readAlike(worlds, seat, switches, path);
  return { shown, warnings };
}
const iaas = seatsOf('iaas-paas');

describe('records without an id', () => {
  const ways: readonly { readonly title: string; readonly switches: (seat: Seat) => Partial<ProductSwitches> }[] = [
    { title: 'left out', switches: (seat) => ({ omit: [seat.idName] }) },
    { title: 'null', switches: (seat) => ({ values: { [seat.idName]: null } }) },
    { title: '""', switches: (seat) => ({ values: { [seat.idName]: '' } }) },
    { title: 'an object', switches: (seat) => ({ values: { [seat.idName]: {} } }) },
  ];
  describe.each(ways)('$title', ({ switches }) => {
    it.each(seats)('$name: are left out, each with RECORD_WITHOUT_ID', async (seat) => {
      worlds.set(seat, switches(seat));
      const walked = await walk(worlds.of(seat), seat, { first: 200 });
      expectUntroubled(walked);
      expect(walked.jobs).toEqual([]);
      const warnings = walked.pages.flatMap(({ sources }) => sources.flatMap((source) => source.warnings)).filter(({ code }) => code === 'RECORD_WITHOUT_ID');
      expect(warnings.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(worlds.truthOf(seat).length);
    });
  });

  it.each(seats)('$name: take no other with them', async (seat) => {
    worlds.set(seat, {});
    const { simulator } = worlds.of(seat);
    const truth = simulator.records(seat.product);
    const middle = truth[4]?.startedAt ?? null;
    for (const ms of [500, 600]) simulator.add(seat.product, { jobId: '', startedAt: middle === null ? null : middle + ms * 1000 });
    try {
      const walked = await walk(worlds.of(seat), seat, { first: 2 });
      expectUntroubled(walked);
      expectSameJobs(walked.jobs, truth);
      expect(walked.warnings).toEqual(['RECORD_WITHOUT_ID']);
    } finally {
      simulator.remove(seat.product, '');
    }
  });

  it.each(seats)('$name: an id that is a number is its digits', async (seat) => {
    worlds.set(seat, { values: { [seat.idName]: 20_241_015_105_312_327_583n } });
    const { jobs, errors } = await walk(worlds.of(seat), seat, { first: 200 });
    expect(errors).toEqual([]);
    expect(jobs.map(({ jobId }) => jobId)).toEqual(['20241015105312327583']);
  });
});

describe('failures of Microsoft 365', () => {
  const failure = { message: 'Denied', isErrorCode: false, documentationUrl: null, occurrences: 2 };
  const nobody = { message: '', isErrorCode: null, documentationUrl: null, occurrences: null };
  const readable: readonly [string, Json, unknown][] = [
    ['null', null, null],
    ['an empty list', [], []],
    ['a text', [{ isErrorCode: false, value: 'Denied', url: '', number: 2 }], [failure]],
    ['a code', [{ isErrorCode: true, value: 'E1', url: 'https://a.example/E1', number: 1 }], [{ message: 'E1', isErrorCode: true, documentationUrl: 'https://a.example/E1', occurrences: 1 }]],
    ['Pascal case', [{ IsErrorCode: false, Value: 'Denied', Url: '', Number: 2 }], [failure]],
    ['numbers as text', [{ isErrorCode: 'false', value: 'Denied', url: null, number: '2' }], [failure]],
    ['no text', [{ isErrorCode: false, value: null, url: null, number: 2 }], [{ ...failure, message: '' }]],
    ['an empty text', [{ isErrorCode: false, value: '', url: null, number: 2 }], [{ ...failure, message: '' }]],
    ['nothing said', [{}], [nobody]],
  ];
  describe.each(seatsOf('microsoft-365'))('$name', (seat) => {
    it.each(readable)('%s', async (_title, value, expected) => {
      expect(await read(seat, { values: { jobErrors: value } }, 'failures')).toEqual({ shown: expected, warnings: [] });
    });
    it('no list is null', async () => {
      expect(await read(seat, { omit: ['jobErrors'] }, 'failures')).toEqual({ shown: null, warnings: [] });
    });
    it('25: a count beyond 2^53 is null with a warning', async () => {
      const values = { jobErrors: [{ isErrorCode: false, value: 'Denied', url: '', number: 9_007_199_254_740_993n }] };
      expect(await read(seat, { values }, 'failures')).toEqual({ shown: [{ ...failure, occurrences: null }], warnings: ['UNREADABLE_VALUE'] });
      const negative = { jobErrors: [{ isErrorCode: false, value: 'Denied', url: '', number: -1 }] };
      expect(await read(seat, { values: negative }, 'failures')).toEqual({ shown: [{ ...failure, occurrences: null }], warnings: ['UNREADABLE_VALUE'] });
    });
    it('what is no list is null with a warning', async () => {
      expect(await read(seat, { values: { jobErrors: 'Denied' } }, 'failures')).toEqual({ shown: null, warnings: ['UNREADABLE_VALUE'] });
    });
  });
});

describe('failures of IaaS + PaaS', () => {
  const comments = 'The snapshot could not be created: the resource is locked.';
  const told = [{ message: comments, isErrorCode: null, documentationUrl: null, occurrences: null }];
  const outcomes: readonly (readonly [code: Json, title: string, failures: unknown])[] = [
    [16, 'failed', told],
    [8, 'ended with exceptions', told],
    ['Failed', 'failed, in a word', told],
    [2, 'ended well', []],
    [4, 'was skipped', []],
    [64, 'was stopped', []],
    [0, 'has not started', null],
    [1, 'runs', null],
    [32, 'waits', null],
  ];
  describe.each(iaas)('$name', (seat) => {
    const outcome = seat.statusName;
    it.each(outcomes)('%s, which %s', async (code, _title, failures) => {
      expect(await read(seat, { values: { [outcome]: code, comments } }, 'failures')).toEqual({ shown: failures, warnings: [] });
      expect(await read(seat, { values: { [outcome]: code, comments } }, 'comments')).toEqual({ shown: comments, warnings: [] });
    });
    it('128, which nobody knows', async () => {
      expect(await read(seat, { values: { [outcome]: 128, comments } }, 'failures')).toEqual({ shown: null, warnings: ['UNKNOWN_CODE'] });
    });
    it.each(['', ' ', null, 'N/A'])('a failed job that says %j of itself has none', async (value) => {
      expect(await read(seat, { values: { [outcome]: 16, comments: value } }, 'failures')).toEqual({ shown: [], warnings: [] });
      expect(await read(seat, { values: { [outcome]: 8 }, omit: ['comments'] }, 'failures')).toEqual({ shown: [], warnings: [] });
    });
    it('are among what the source offers', async () => {
      const { data } = await worlds.of(seat).query<{ jobSources: { product: string; capabilities: { reportsFailures: boolean } }[] }>('{ jobSources { product capabilities { reportsFailures } } }');
      expect(data?.jobSources.find(({ product }) => product === 'IAAS_PAAS')?.capabilities).toEqual({ reportsFailures: true });
    });
  });
});

describe('durations', () => {
  const spans: readonly [string, string, number][] = [
    ['1.16:00:44', 'PT40H44S', 144_044],
    ['00:04:01', 'PT4M1S', 241],
    ['01:00:14', 'PT1H14S', 3614],
    ['13:02:26', 'PT13H2M26S', 46_946],
    ['00:00:51.6606001', 'PT51.66S', 51.66],
    ['00:00:00', 'PT0S', 0],
    ['10.00:00:00', 'PT240H', 864_000],
  ];
  const ticks: readonly [string | number, string, number][] = [
    [516_606_001, 'PT51.66S', 51.66],
    ['516606001', 'PT51.66S', 51.66],
    [1_440_440_000_000, 'PT40H44S', 144_044],
  ];
  const hours: readonly [string | number, string, number][] = [
    ['0.011', 'PT39.6S', 39.6],
    [0.011, 'PT39.6S', 39.6],
    ['40.012', 'PT40H43.2S', 144_043.2],
    ['1', 'PT1H', 3600],
  ];
  // Who writes time spans wrote ticks once.
  const tables = { timespan: [...spans, ...ticks], ticks, hours };
  const cases = seats.flatMap((seat) => (seat.durationUnit === null ? [] : [{ seat, name: seat.durationName ?? 'duration', table: tables[seat.durationUnit], title: seat.name }]));

  describe.each(cases)('$title', ({ seat, name, table }) => {
    const started = Date.parse('2026-01-05T10:00:00Z');
    it.each<readonly [string | number, string, number]>(table)('%s is as reported where the end is missing', async (value, iso, seconds) => {
      const values = { startTime: '2026-01-05T10:00:00Z', finishTime: null, [name]: value };
      const shown = { iso, seconds, basis: 'REPORTED', upstreamValue: String(value) };
      expect(await read(seat, { values }, 'duration')).toEqual({ shown, warnings: [] });
    });
    it.each<readonly [string | number, string, number]>(table)('21: %s is as reported where the end is before the start', async (value, iso, seconds) => {
      const values = { startTime: '2026-01-05T10:00:00Z', finishTime: '2026-01-05T09:00:00Z', [name]: value };
      const shown = { iso, seconds, basis: 'REPORTED', upstreamValue: String(value) };
      expect(await read(seat, { values }, 'duration')).toEqual({ shown, warnings: ['UNREADABLE_VALUE'] });
    });
    it.each<readonly [string | number, string, number]>(table)('%s gives way to the times', async (value) => {
      const values = { startTime: '2026-01-05T10:00:00Z', finishTime: '2026-01-05T10:00:39Z', [name]: value };
      const shown = { iso: 'PT39S', seconds: 39, basis: 'COMPUTED', upstreamValue: String(value) };
      expect(await read(seat, { values }, 'duration')).toEqual({ shown, warnings: [] });
    });
    it.each(['soon', true, {}] as const)('%s is null with a warning', async (value) => {
      expect(await read(seat, { values: { finishTime: null, [name]: value } }, 'duration')).toEqual({ shown: null, warnings: ['UNREADABLE_VALUE'] });
    });
    it('that is not said is null where an end is missing', async () => {
      expect(await read(seat, { values: { finishTime: null, [name]: null } }, 'duration')).toEqual({ shown: null, warnings: [] });
    });
    it('goes on while the job runs', async () => {
      const [record] = worlds.truthOf(seat);
      const { simulator } = worlds.of(seat);
      worlds.set(seat, {});
      const job = simulator.add(seat.product, { jobId: 'running', startedAt: started, finishedAt: null, status: runningOf(seat) });
      try {
        const walked = await walk(worlds.of(seat), seat, { filter: { search: 'running' } });
        expect(record).toBeDefined();
        expectTrueFields(walked.jobs, [job], [seat]);
        expect(walked.jobs[0]?.duration?.basis).toBe('ELAPSED');
      } finally {
        simulator.remove(seat.product, 'running');
      }
    });
  });

  it.each(seats)('21: $name: an end before the start is shown as it is, with a warning', async (seat) => {
    const values = { startTime: '2026-01-05T10:00:00Z', finishTime: '2026-01-05T09:00:00Z', [seat.durationName ?? 'duration']: null };
    expect(await read(seat, { values }, 'duration')).toEqual({ shown: null, warnings: ['UNREADABLE_VALUE'] });
    expect((await read(seat, { values }, 'startedAt')).shown).toBe('2026-01-05T10:00:00.000Z');
    expect((await read(seat, { values }, 'finishedAt')).shown).toBe('2026-01-05T09:00:00.000Z');
  });

  it.each(seats.filter(({ durationUnit }) => durationUnit === null))('$name: that no one reports is null', async (seat) => {
    expect(await read(seat, { values: { finishTime: null } }, 'duration')).toEqual({ shown: null, warnings: [] });
  });

  it.each(iaas)('$name: a job that waits has none, however its times are written', async (seat) => {
    for (const duration of [null, '', 0]) {
      const values = { startTime: null, finishTime: null, status: 0, state: 0, duration };
      expect((await read(seat, { values }, 'duration')).shown).toBeNull();
    }
  });
});

describe('28: counts against the outcome', () => {
  const strange: Partial<SimulatedJob> = { jobId: 'odd', counts: { total: 3, successful: 0, failed: 7, skipped: 9 }, startedAt: Date.parse('2026-01-05T10:00:00Z') };

  it.each(seats.filter(({ numbers }) => Object.values(numbers).includes('counts.total')))('$name: are shown as they came', async (seat) => {
    worlds.set(seat, {});
    const { simulator } = worlds.of(seat);
    const job = simulator.add(seat.product, strange);
    try {
      const walked = await walk(worlds.of(seat), seat, { filter: { search: 'odd' } });
      expectUntroubled(walked);
      expectSameJobs(walked.jobs, [job]);
      expectTrueFields(walked.jobs, [job], [seat]);
      expect(walked.jobs[0]?.status).toBe('SUCCEEDED');
    } finally {
      simulator.remove(seat.product, 'odd');
    }
  });

  it('no counts at all are null', async () => {
    const seat = seatOf('microsoft-365/cloud-backup-jobs');
    expect((await read(seat, { values: { backupDetails: null } }, 'counts')).shown).toBeNull();
    expect((await read(seat, { omit: ['backupDetails'] }, 'counts')).shown).toBeNull();
  });
});
