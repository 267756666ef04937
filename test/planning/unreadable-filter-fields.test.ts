import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { seatOf, type Seat } from '../products/index.js';
import { askForJobs, jobIdsOf, listEdges, listPages, sourceOf } from '../support/list-jobs.js';
import { startBothWorlds } from './streams.js';
import { isInWindow, matches, sortedEdgeKeys, sortedKeys } from './truth.js';

const iaasPaas = seatOf('iaas-paas/jobs');
const jobReport = seatOf('iaas-paas/job-report');
const microsoft365 = seatOf('microsoft-365/cloud-backup-jobs');

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());
afterEach(() => worlds.of(iaasPaas).simulator.resetSwitches());

const fiveTypes = { types: ['ENTRA_ID_BACKUP', 'ENTRA_ID_RESTORE', 'ENTRA_ID_EXPORT', 'DATA_RETENTION', 'AZURE_VM_BACKUP'] };

describe('older IaaS + PaaS builds, whose records have no jobType', () => {
  test('few types are asked for, and so they are proven', async () => {
    const world = worlds.of(iaasPaas);
    world.simulator.set({ 'iaas-paas': { omit: ['jobType'] } });
    const edges = await listEdges(world, { field: 'iaasPaasJobs', filter: { types: ['DATA_RETENTION'] } });
    expect(edges.length).toBeGreaterThan(0);
    expect(new Set(edges.map(({ operation, node }) => `${operation ?? ''} ${node.operation ?? ''}`))).toEqual(new Set(['RETENTION ']));
  });

  test('what was to be told apart here is planned again as fan-out', async () => {
    const world = worlds.of(iaasPaas);
    world.simulator.set({ 'iaas-paas': { omit: ['jobType'] } });
    const pages = await listPages(world, { field: 'iaasPaasJobs', filter: fiveTypes });
    const window = pages[0]?.window ?? expect.fail('no page');
    const truth = world.simulator.records('iaas-paas').filter((job) => matches(job, fiveTypes) && isInWindow(job, window, true));
    expect(sortedEdgeKeys(pages.flatMap(({ edges }) => edges))).toEqual(sortedKeys(truth));
    expect(pages.map((page) => sourceOf(page, 'iaas-paas').outcome)).toEqual(pages.map(() => 'OK'));
  });

  test('an operation of many types too', async () => {
    const world = worlds.of(iaasPaas);
    world.simulator.set({ 'iaas-paas': { omit: ['jobType'] } });
    const filter = { operations: ['BACKUP'] };
    const pages = await listPages(world, { filter: { ...filter, products: ['IAAS_PAAS'] } });
    const window = pages[0]?.window ?? expect.fail('no page');
    const truth = world.simulator.records('iaas-paas').filter((job) => matches(job, filter) && isInWindow(job, window, true));
    expect(sortedEdgeKeys(pages.flatMap(({ edges }) => edges))).toEqual(sortedKeys(truth));
  });

  test('where that cannot be, the source is PARTIAL and warns: no list that looks complete', async () => {
    const world = worlds.of(iaasPaas);
    world.simulator.set({ 'iaas-paas': { omit: ['jobType'] } });
    // No parameter asks for the types that are in no table.
    const { data, errors = [] } = await askForJobs(world, { field: 'iaasPaasJobs', filter: { types: ['UNKNOWN'] } });
    const page = data?.page ?? expect.fail('no page');
    expect(jobIdsOf(page.edges)).toEqual([]);
    expect(page.isComplete).toBe(false);
    const source = sourceOf(page, 'iaas-paas');
    expect(source.outcome).toBe('PARTIAL');
    expect(source.warnings.length).toBeGreaterThan(0);
    expect(errors.map(({ path, extensions }) => ({ path, source: extensions['source'] }))).toEqual([{ path: ['page'], source: 'default/us/iaas-paas' }]);
  });

  test('a status filter over records without a status does not look complete either', async () => {
    const world = worlds.of(iaasPaas);
    world.simulator.set({ 'iaas-paas': { omit: ['status'] } });
    const { data, errors = [] } = await askForJobs(world, { field: 'iaasPaasJobs', filter: { statuses: ['FAILED'] } });
    const page = data?.page ?? expect.fail('no page');
    expect(page.isComplete).toBe(false);
    expect(sourceOf(page, 'iaas-paas').outcome).toBe('PARTIAL');
    expect(errors).toHaveLength(1);
  });
});

describe('codes that an upstream reads as "all"', () => {
  test.each<{ seat: Seat; filter: { serviceCodes?: number[]; typeCodes?: number[] } }>([
    { seat: microsoft365, filter: { typeCodes: [0] } },
    { seat: microsoft365, filter: { serviceCodes: [0] } },
    { seat: jobReport, filter: { typeCodes: [0] } },
    { seat: jobReport, filter: { serviceCodes: [0] } },
  ])('no job is of type or service 0: $seat.name $filter', async ({ seat, filter }) => {
    const { data } = await askForJobs(worlds.of(seat), { field: seat.field, filter });
    expect(jobIdsOf(data?.page?.edges ?? [])).toEqual([]);
  });
});

describe('location', () => {
  test('the older Microsoft 365 endpoint has no such parameter, and its records do not say', async () => {
    const older = worlds.of(jobReport);
    older.simulator.forgetCalls();
    const { data, errors = [] } = await askForJobs(older, { field: 'microsoft365Jobs', filter: { location: 'EUR' } });
    expect(data?.page ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter' }]);
    expect(errors[0]?.message).toContain('location');
    expect(older.simulator.calls).toEqual([]);
  });
});
