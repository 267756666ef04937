import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { startWorld } from '../support/world.js';
import { environmentOf, products, seatOf, seats, runningOf, seatsOf, type Seat, type TypeTable } from './index.js';
import { statusOf } from '../planning/truth.js';
import { standingStory, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { everything, expectSameJobs, expectTrueFields, expectUntroubled, walk, type Walk } from './walk.js';

/** Filters and windows, told apart by the simulator's own records (docs/behaviour.md §3, §4). Numbers: docs/upstream.md §13. */

let worlds: SeatedWorlds;
let now = 0;
beforeAll(async () => {
  const story = standingStory(24, 3);
  now = story.now?.() ?? 0;
  worlds = await startSeatedWorlds(story, { AVEPOINT_PAGE_SIZE: '25' });
});
afterAll(() => worlds.close());

const statuses = ['QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'STOPPED', 'SKIPPED', 'UNKNOWN'];

async function expectFiltered(seat: Seat, filter: Record<string, unknown>, truth: readonly SimulatedJob[]): Promise<Walk> {
  const walked = await walk(worlds.of(seat), seat, { filter });
  expect(walked.errors).toEqual([]);
  expectSameJobs(walked.jobs, truth);
  expectTrueFields(walked.jobs, truth, [seat]);
  return walked;
}

describe('statuses', () => {
  describe.each(seats)('$name', (seat) => {
    it.each(statuses)('%s', async (status) => {
      worlds.set(seat, {});
      const truth = worlds.truthOf(seat).filter((job) => statusOf(job) === status);
      const { pages } = await expectFiltered(seat, { statuses: [status] }, truth);
      // What no code of the product stands for is not asked for.
      const canMatch = status === 'UNKNOWN' || Object.values(seat.statuses).includes(status);
      expect(new Set(pages.flatMap(({ sources }) => sources.map(({ outcome }) => outcome)))).toEqual(new Set([canMatch ? 'OK' : 'SKIPPED']));
      expect(worlds.of(seat).simulator.calls.length > 0).toBe(canMatch);
    });
    it('several', async () => {
      worlds.set(seat, {});
      const truth = worlds.truthOf(seat).filter((job) => ['PARTIAL', 'FAILED', 'RUNNING'].includes(statusOf(job)));
      expect(truth.length).toBeGreaterThan(2);
      await expectFiltered(seat, { statuses: ['PARTIAL', 'FAILED', 'RUNNING'] }, truth);
    });
    it('23: one that the upstream ignores', async () => {
      worlds.set(seat, { ignoredFilters: 'all' });
      const truth = worlds.truthOf(seat).filter((job) => statusOf(job) === 'RUNNING');
      const { warnings } = await expectFiltered(seat, { statuses: ['RUNNING'] }, truth);
      // Without such a parameter nothing is ignored.
      expect(warnings.includes('FILTER_IGNORED')).toBe(seat.statusParameter !== null);
    });
  });

  it.each(seats.filter(({ statusParameter }) => statusParameter !== null))('22: $name: the code of RUNNING is sent, 0 too', async (seat) => {
    worlds.set(seat, {});
    const truth = worlds.truthOf(seat).filter((job) => statusOf(job) === 'RUNNING');
    expect(truth.length).toBeGreaterThan(2);
    await expectFiltered(seat, { statuses: ['RUNNING'] }, truth);
    const name = seat.statusParameter ?? '';
    const sent = worlds.of(seat).simulator.calls.map(({ query }) => Object.entries(query).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]);
    expect(new Set(sent)).toEqual(new Set([String(runningOf(seat))]));
  });
});

describe('types and services that records prove', () => {
  const typeOf = (table: TypeTable, job: SimulatedJob): string => table[job.type]?.[0] ?? 'UNKNOWN';

  describe.each(seats.filter(({ typeName }) => typeName !== null))('$name', (seat) => {
    const table = seat.types;
    it.each([...new Set(Object.values(table).map(([type]) => type)), 'UNKNOWN'])('%s', async (type) => {
      worlds.set(seat, {});
      await expectFiltered(seat, { types: [type] }, worlds.truthOf(seat).filter((job) => typeOf(table, job) === type));
    });
    it('23: one that the upstream ignores', async () => {
      worlds.set(seat, { ignoredFilters: 'all' });
      const [type = ''] = table[2] ?? [];
      const truth = worlds.truthOf(seat).filter((job) => typeOf(table, job) === type);
      expect(truth.length).toBeGreaterThan(0);
      const { warnings } = await expectFiltered(seat, { types: [type] }, truth);
      expect(warnings).toContain('FILTER_IGNORED');
    });
    it('a code without a name', async () => {
      worlds.set(seat, {});
      const unnamed = worlds.truthOf(seat).find(({ type }) => table[type] === undefined)?.type;
      expect(unnamed).toBeDefined();
      await expectFiltered(seat, { typeCodes: [unnamed] }, worlds.truthOf(seat).filter(({ type }) => type === unnamed));
    });
  });

  const google = seatOf('google-workspace/jobs');
  it.each(Object.entries(google.services))('Google Workspace: appType %s is %s', async (code, service) => {
    worlds.set(google, {});
    const truth = worlds.truthOf(google).filter((job) => job.service === Number(code));
    await expectFiltered(google, { services: [service] }, truth);
  });

  it.each([1, 2])('Google Workspace: portal %d, also when the upstream ignores it', async (portal) => {
    for (const ignoredFilters of [[], ['dataSource']]) {
      worlds.set(google, { ignoredFilters });
      const truth = worlds.truthOf(google).filter(({ dataSource }) => dataSource === portal);
      expect(truth.length).toBeGreaterThan(0);
      await expectFiltered(google, { dataSources: [portal === 1 ? 'ADMIN' : 'RECENTER'] }, truth);
    }
  });

  it('23: Google Workspace: both lists bring the jobs of both portals', async () => {
    worlds.set(google, { ignoredFilters: ['dataSource'] });
    const walked = await walk(worlds.of(google), google, { first: 7 });
    expectUntroubled(walked);
    expectSameJobs(walked.jobs, worlds.truthOf(google));
    expectTrueFields(walked.jobs, worlds.truthOf(google), [google]);
    expect(walked.warnings).toContain('FILTER_IGNORED');
  });
});

describe('types and services that only the question proves', () => {
  const named = ['', 'BACKUP', 'RESTORE', 'EXPORT', 'DELETE', 'RETENTION'];

  describe.each(seatsOf('microsoft-365'))('$name', (seat) => {
    it('stands on the edge, not on the job', async () => {
      worlds.set(seat, {});
      const truth = worlds.truthOf(seat).filter(({ type, service }) => [1, 2].includes(type) && [1, 2, 4].includes(service ?? 0));
      expect(truth.length).toBeGreaterThan(2);
      const filter = { types: ['BACKUP', 'RESTORE'], services: ['EXCHANGE_ONLINE', 'SHAREPOINT_ONLINE', 'MICROSOFT_365_GROUPS'] };
      const { edges } = await expectFiltered(seat, filter, truth);
      const proven = edges.map(({ node, operation, workload }) => [node.jobId, operation, workload?.code]);
      const recorded = truth.map(({ jobId, type, service }) => [jobId, named[type], String(service)]);
      expect(proven.sort()).toEqual(recorded.sort());
    });

    it('23: two questions that are ignored prove nothing, and bring every job once', async () => {
      worlds.set(seat, { ignoredFilters: ['type'] });
      const { edges, warnings } = await expectFiltered(seat, { types: ['RESTORE', 'EXPORT'] }, worlds.truthOf(seat));
      expect(edges.map(({ operation }) => operation).filter((operation) => operation !== null)).toEqual([]);
      expect(warnings).toContain('FILTER_IGNORED');
    });
  });

  it.each(seatsOf('iaas-paas'))('$name: a service', async (seat) => {
    worlds.set(seat, {});
    const truth = worlds.truthOf(seat).filter(({ service }) => service === 2);
    expect(truth.length).toBeGreaterThan(2);
    const { edges } = await expectFiltered(seat, { services: ['ENTRA_ID'] }, truth);
    expect(new Set(edges.map(({ workload }) => workload?.code))).toEqual(new Set(['2']));
  });

  it.each([seatOf('iaas-paas/job-report')])('$name: a type', async (seat) => {
    worlds.set(seat, {});
    const truth = worlds.truthOf(seat).filter(({ type }) => type === 33 || type === 64);
    expect(truth.length).toBeGreaterThan(1);
    const { edges } = await expectFiltered(seat, { types: ['AZURE_VM_INDEX_GENERATION', 'DATA_RETENTION'] }, truth);
    const proven = edges.map(({ node, operation }) => [node.jobId, operation]);
    expect(proven.sort()).toEqual(truth.map(({ jobId, type }) => [jobId, type === 33 ? 'INDEX' : 'RETENTION']).sort());
  });

  // With few types each has its own question from the start; with many the source is asked again once it shows that records are mute.
  const few = { AZURE_VM_INDEX_GENERATION: 33, DATA_RETENTION: 64 };
  const many = { ...few, AZURE_VM_RESTORE: 2, ENTRA_ID_EXPORT: 257, AZURE_STORAGE_RESTORE: 2048, AZURE_VM_FILE_EXPORT: 4, AZURE_VM_FILE_RESTORE: 20018 };
  it.each([
    { title: 'few types', asked: few },
    { title: 'many types', asked: many },
  ])('11: IaaS + PaaS of before April 2025, $title: each is asked for, and proven so', async ({ asked }) => {
    const seat = seatOf('iaas-paas/jobs');
    worlds.set(seat, { omit: ['jobType'] });
    const codes: readonly number[] = Object.values<number>(asked);
    const truth = worlds.truthOf(seat).filter(({ type }) => codes.includes(type));
    expect(truth.length).toBeGreaterThan(1);
    const walked = await walk(worlds.of(seat), seat, { filter: { types: Object.keys(asked) }, first: 3 });
    expectUntroubled(walked);
    expectSameJobs(walked.jobs, truth);
    const proven = walked.edges.map(({ node, operation }) => [node.jobId, operation]);
    expect(proven.sort()).toEqual(truth.map(({ jobId, type }) => [jobId, seat.types[type]?.[1]]).sort());
  });
});

describe('27: Multi-Geo', () => {
  it('a location narrows the list and stands on the job', async () => {
    const seat = seatOf('microsoft-365/cloud-backup-jobs');
    const world = await startWorld({ simulator: { ...standingStory(30, 3), multiGeo: true }, environment: environmentOf(seat) });
    try {
      const records = world.simulator.records(seat.product);
      for (const location of ['EUR', 'PrimaryGeoLocation']) {
        const truth = records.filter((job) => job.location === location);
        expect(truth.length).toBeGreaterThan(0);
        const { jobs, errors } = await walk(world, seat, { filter: { location } });
        expect(errors).toEqual([]);
        expectSameJobs(jobs, truth);
        expect(new Set(jobs.map((job) => job['location']))).toEqual(new Set([location]));
      }
      const all = await walk(world, seat, {});
      expectSameJobs(all.jobs, records);
      expectTrueFields(all.jobs, records, [seat]);
    } finally {
      await world.close();
    }
  });
});

describe('windows, whatever the upstream’s own time filter is about', () => {
  const hour = 3_600_000;
  const filters = ['start', 'finish', 'overlap', 'ignored'] as const;
  const iso = (ms: number): string => new Date(ms).toISOString();

  describe.each(filters)('%s', (timeFilter) => {
    it.each(seats)('$name: half-open, by start and by end', async (seat) => {
      for (const ends of [true, false]) {
        worlds.set(seat, { timeFilter, fromInclusive: ends, toInclusive: ends });
        const records = worlds.truthOf(seat);
        const starts = records.flatMap(({ startedAt }) => (startedAt !== null && startedAt < now - 5 * hour ? [startedAt] : []));
        // Bounds on the very starts of jobs.
        const [to = 0, from = 0] = [starts[2], starts.at(-3)];
        const started = records.filter(({ startedAt }) => startedAt !== null && startedAt >= from && startedAt < to);
        expect(started.length).toBeGreaterThan(15);
        expectSameJobs((await walk(worlds.of(seat), seat, { window: { from: iso(from), to: iso(to) } })).jobs, started);

        const ended = records.filter(({ finishedAt }) => finishedAt !== null && finishedAt >= now - 30 * hour && finishedAt < now - hour / 2);
        expect(ended.length).toBeGreaterThan(2);
        const byEnd = { from: iso(now - 30 * hour), to: iso(now - hour / 2), by: 'FINISHED_AT' };
        expectSameJobs((await walk(worlds.of(seat), seat, { window: byEnd })).jobs, ended);
      }
    });
  });

  it.each(seats)('23: $name: one that is ignored is applied here', async (seat) => {
    worlds.set(seat, { ignoredFilters: ['window'] });
    const truth = worlds.truthOf(seat).filter(({ startedAt }) => startedAt !== null && startedAt >= now - 3 * hour && startedAt < now - hour / 12);
    expect(truth.length).toBeGreaterThan(0);
    const window = { from: iso(now - 3 * hour), to: iso(now - hour / 12) };
    expectSameJobs((await walk(worlds.of(seat), seat, { window })).jobs, truth);
  });

  it.each(seats)('$name: jobs without a start belong where they end, and those with neither where the window has no end', async (seat) => {
    worlds.set(seat, { values: { startTime: null } });
    const { jobs } = await walk(worlds.of(seat), seat, { window: everything });
    expectSameJobs(jobs, worlds.truthOf(seat));
    const { jobs: past } = await walk(worlds.of(seat), seat, { window: { ...everything, to: iso(now - hour) } });
    expectSameJobs(past, worlds.truthOf(seat).filter(({ finishedAt }) => finishedAt !== null && finishedAt < now - hour));
  });
});

it.each(products)('$name: every status has a word', ({ statuses, statusLabels, statusNames }) => {
  expect(Object.keys(statusLabels)).toEqual(Object.keys(statuses));
  expect(Object.keys(statusNames ?? statuses)).toEqual(Object.keys(statuses));
});
