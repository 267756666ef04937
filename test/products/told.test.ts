import { describe, expect, it } from 'vitest';

import type { JobSource } from '../../src/generated/types.js';
import type { JobRow } from '../../src/planning/match.js';
import { products, type Endpoint } from '../../src/products/index.js';
import { parseJson } from '../../src/wire/json.js';
import { typesByService } from './iaas-paas.js';
import { enumOf, productOf, seatOf, seats, type Seat } from './index.js';
import { sampleRow, type Row } from './sample.js';

/** What records say beside their own fields: of which service, organization or size a job is. docs/upstream.md §4, §7, §8. */

function endpointOf({ product, name }: Seat): Endpoint {
  const { endpoints } = Object.values(products).find((one) => one.product === enumOf(product)) ?? expect.fail(product);
  return endpoints.find((endpoint) => name === `${product}/${endpoint.name}`) ?? expect.fail(name);
}

function decode(seat: Seat, values: Row): JobRow {
  const endpoint = endpointOf(seat);
  const link = { url: new URL('https://example.com/jobs'), tokenParameter: null, numberParameter: 'page' };
  const context = { source: { id: 'a/us/b' } as JobSource, link, parameters: {}, observedAt: new Date() };
  const reading = endpoint.decode(parseJson(seat.page(JSON.stringify({ ...sampleRow(seat), ...values }))), context);
  const page = reading.kind === 'page' ? reading.page : expect.fail('no page');
  return page.rows[0] ?? expect.fail('no row');
}

const workloadOf = (seat: Seat, values: Row) => endpointOf(seat).workloadOf?.(decode(seat, values));
const sizeOf = (seat: Seat, values: Row) => endpointOf(seat).sizeOf?.(decode(seat, values).node);

describe('IaaS + PaaS: the type tells the service', () => {
  const ofAnyService = [8, 32, 64, 8192, 16384, 20007, 30000, 30001, 30003];
  const seat = seatOf('iaas-paas/jobs');

  it.each(Object.entries(typesByService).flatMap(([service, [label, types]]) => types.map((type) => ({ type, service, label }))))('$type is of $label', ({ type, service, label }) => {
    const expected = { __typename: 'UpstreamCode', code: service, label, isKnown: true };
    expect(workloadOf(seat, { jobType: type })).toEqual(expected);
    expect(decode(seat, { jobType: type }).node.workload).toBeNull();
  });

  it.each([...ofAnyService, 20008, 99999, 'Retention', 'Compiled', null, undefined])('%s may be of any', (jobType) => expect(workloadOf(seat, { jobType })).toBeNull());

  it.each(['AADBackup', 'Microsoft Entra ID backup', 'ENTRA_ID_BACKUP', '128'])('%s is of the service of its code', (jobType) => expect(workloadOf(seat, { jobType })?.code).toBe('2'));

  it('every type of the tables is one or the other', () => {
    const told = Object.values(typesByService).flatMap(([, types]) => types);
    expect([...told, ...ofAnyService].sort((a, b) => a - b)).toEqual(Object.keys(productOf('iaas-paas').types).map(Number));
  });
});

describe('organizations', () => {
  it('are told by the id that a job of Salesforce has', () => {
    const seat = seatOf('salesforce/jobs');
    expect(workloadOf(seat, { organizationId: '00D5g000004QzLbEAK' })).toEqual({ __typename: 'UpstreamCode', code: '00D5g000004QzLbEAK', label: null, isKnown: true });
    expect(workloadOf(seat, { organizationId: undefined })).toBeNull();
  });

  it('are told by id and name at Dynamics 365, where the workload of a record is a module', () => {
    const seat = seatOf('dynamics-365/jobs');
    expect(workloadOf(seat, { organizationId: 'one', organizationName: 'One' })).toEqual({ __typename: 'UpstreamCode', code: 'one', label: 'One', isKnown: true });
    expect(workloadOf(seat, { organizationId: 'one', organizationName: undefined })?.label).toBeNull();
    expect(workloadOf(seat, { organizationId: undefined })).toBeNull();
  });
});

it('other records carry their service, or the parameter of their stream is the proof', () => {
  const telling = ['iaas-paas/jobs', 'salesforce/jobs', 'dynamics-365/jobs'];
  expect(seats.filter((seat) => endpointOf(seat).workloadOf !== undefined).map(({ name }) => name)).toEqual(telling);
});

describe('sizes', () => {
  it.each([
    ['salesforce/jobs', { dataSize: 12 }, 12_288],
    ['salesforce/jobs', { dataSize: '3' }, 3072],
    ['salesforce/jobs', { dataSize: 0 }, 0],
    ['salesforce/jobs', { dataSize: undefined }, null],
    ['salesforce/jobs', { dataSize: -1 }, null],
    ['dynamics-365/jobs', { backupSize: 180_832 }, 180_832],
    ['dynamics-365/jobs', { backupSize: null }, null],
    ['dynamics-365/jobs', { backupSize: 'large' }, null],
  ])('%s: %j is %s bytes', (name, values, bytes) => expect(sizeOf(seatOf(name), values)).toBe(bytes));

  it('are sent by no other', () => {
    expect(seats.filter((seat) => endpointOf(seat).sizeOf !== undefined).map(({ name }) => name)).toEqual(['salesforce/jobs', 'dynamics-365/jobs']);
  });
});
