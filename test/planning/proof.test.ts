import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { seatOf, seats, type Seat } from '../products/index.js';
import { listEdges, type ListedEdge } from '../support/list-jobs.js';
import { startBothWorlds } from './streams.js';
import { operationOf } from './truth.js';

const googleWorkspace = seatOf('google-workspace/jobs');
const iaasPaas = seatOf('iaas-paas/jobs');
const jobReport = seatOf('iaas-paas/job-report');
const microsoft365 = seatOf('microsoft-365/cloud-backup-jobs');
const microsoft365Older = seatOf('microsoft-365/jobs');

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());

function recordsById(seat: Seat): ReadonlyMap<string, SimulatedJob> {
  const product: ProductName = seat.product;
  return new Map(worlds.of(seat).simulator.records(product).map((job) => [job.jobId, job]));
}

/** What an edge says, beside what is true of its job. */
async function readProofs(seat: Seat, filter: Readonly<Record<string, unknown>>) {
  const edges = await listEdges(worlds.of(seat), { field: seat.field, filter, window: { from: '2000-01-01T00:00:00Z' } });
  expect(edges.length).toBeGreaterThan(0);
  const records = recordsById(seat);
  return edges.map((edge: ListedEdge) => ({ edge, record: records.get(edge.node.jobId) as SimulatedJob }));
}

describe.each([microsoft365, microsoft365Older, jobReport])('what records do not say: $name', (seat) => {
  const types = seat === jobReport ? ['AZURE_VM_BACKUP', 'AZURE_VM_RESTORE', 'DATA_RETENTION'] : ['BACKUP', 'RESTORE', 'RETENTION'];
  const services = seat === jobReport ? ['AZURE_VM', 'COMMON'] : ['EXCHANGE_ONLINE', 'SHAREPOINT_ONLINE'];

  test('nothing is claimed without a filter', async () => {
    const proofs = await readProofs(seat, {});
    expect(proofs.filter(({ edge }) => edge.operation !== null || edge.workload !== null)).toEqual([]);
  });

  test('the type asked for is the operation of the edge, not of the job', async () => {
    const proofs = await readProofs(seat, { types });
    expect(proofs.map(({ edge }) => edge.operation)).toEqual(proofs.map(({ record }) => operationOf(record)));
    expect(proofs.filter(({ edge }) => edge.node.operation !== null || edge.workload !== null)).toEqual([]);
  });

  test('the service asked for is the workload of the edge, not of the job', async () => {
    const proofs = await readProofs(seat, { services });
    expect(proofs.map(({ edge }) => edge.workload?.code)).toEqual(proofs.map(({ record }) => String(record.service)));
    expect(proofs.every(({ edge }) => edge.workload?.isKnown === true && edge.workload.label !== null)).toBe(true);
    expect(proofs.filter(({ edge }) => edge.node.workload !== null || edge.operation !== null)).toEqual([]);
  });

  test('both at once', async () => {
    const proofs = await readProofs(seat, { types, services });
    expect(proofs.map(({ edge }) => [edge.operation, edge.workload?.code])).toEqual(proofs.map(({ record }) => [operationOf(record), String(record.service)]));
  });
});

describe('codes without a name prove too', () => {
  test('a type and a service that nobody knows', async () => {
    const [proof, ...others] = await readProofs(microsoft365, { typeCodes: [77], serviceCodes: [42] });
    expect(others).toEqual([]);
    expect(proof?.edge.operation).toBe('UNKNOWN');
    expect(proof?.edge.workload).toEqual({ code: '42', label: null, isKnown: false });
  });

  test('a status proves neither', async () => {
    const proofs = await readProofs(microsoft365, { statuses: ['SUCCEEDED'] });
    expect(proofs.filter(({ edge }) => edge.operation !== null || edge.workload !== null)).toEqual([]);
  });
});

test('the common filter proves the operation as well', async () => {
  const edges = await listEdges(worlds.of(microsoft365), { filter: { products: ['MICROSOFT_365'], operations: ['EXPORT', 'RESTORE'] } });
  const records = recordsById(microsoft365);
  expect(new Set(edges.map(({ operation }) => operation))).toEqual(new Set(['EXPORT', 'RESTORE']));
  expect(edges.map(({ operation }) => operation)).toEqual(edges.map(({ node }) => operationOf(records.get(node.jobId) as SimulatedJob)));
});

describe('what records say themselves stands on edge and job alike', () => {
  test.each(seats.filter(({ typeName }) => typeName !== null))('operation: $name', async (seat) => {
    const proofs = await readProofs(seat, {});
    expect(proofs.map(({ edge }) => edge.operation)).toEqual(proofs.map(({ record }) => operationOf(record)));
    expect(proofs.map(({ edge }) => edge.node.operation)).toEqual(proofs.map(({ record }) => operationOf(record)));
  });

  test('workload: google-workspace', async () => {
    const proofs = await readProofs(googleWorkspace, {});
    expect(proofs.map(({ edge }) => edge.workload?.code)).toEqual(proofs.map(({ record }) => String(record.service)));
    expect(proofs.map(({ edge }) => edge.node.workload)).toEqual(proofs.map(({ edge }) => edge.workload));
  });

  test('the service of iaas-paas is proven, the type is its own', async () => {
    const proofs = await readProofs(iaasPaas, { services: ['AZURE_VM', 'ENTRA_ID'] });
    expect(proofs.map(({ edge }) => [edge.operation, edge.workload?.code])).toEqual(proofs.map(({ record }) => [operationOf(record), String(record.service)]));
    expect(proofs.filter(({ edge }) => edge.node.workload !== null)).toEqual([]);
  });
});
