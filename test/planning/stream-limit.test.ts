import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { productOf } from '../products/index.js';
import { askForJobs, listPage, sourceOf } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const microsoft365Services = Object.values(productOf('microsoft-365').services);
const iaasPaasServices = Object.values(productOf('iaas-paas').services);
const allTypes = ['BACKUP', 'RESTORE', 'EXPORT', 'DELETE', 'RETENTION'];
const codes = Array.from({ length: 61 }, (_, index) => 40_000 + index);

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 100, days: 20 } })));
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

test('sixty streams are served', async () => {
  const page = await listPage(world, { field: 'microsoft365Jobs', filter: { services: microsoft365Services, types: allTypes }, first: 1 });
  expect(sourceOf(page, 'microsoft-365').outcome).toBe('OK');
  expect(new Set(world.simulator.calls.map(({ query }) => `${query['objectType'] ?? ''} ${query['jobType'] ?? ''}`)).size).toBe(60);
});

test.each([
  ['microsoft365Jobs', { services: microsoft365Services, types: allTypes, typeCodes: [6] }],
  ['iaasPaasJobs', { serviceCodes: codes }],
])('more than sixty are refused, and cost nothing: %s', async (field, filter) => {
  const { data, errors = [] } = await askForJobs(world, { field, filter });
  expect(data?.page ?? null).toBeNull();
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'filter' }]);
  expect(errors[0]?.message).toMatch(/narrow types or services/i);
  expect(world.simulator.calls).toEqual([]);
  expect(world.simulator.tokenCalls).toEqual([]);
});

test('all fields of an operation count together', async () => {
  const document = `query Two($a: Microsoft365JobFilter, $b: IaasPaasJobFilter) {
    a: microsoft365Jobs(filter: $a, first: 1) { edges { cursor } }
    b: iaasPaasJobs(filter: $b, first: 1) { edges { cursor } }
  }`;
  const { errors = [] } = await world.query(document, { a: { services: microsoft365Services, types: allTypes }, b: { services: iaasPaasServices } });
  expect(errors.map(({ extensions }) => extensions['code'])).toContain('BAD_USER_INPUT');
  expect(world.simulator.calls.length).toBeLessThanOrEqual(60);
});

test('equal streams count once', async () => {
  const filter = '(filter: $filter, first: 1) { edges { cursor } }';
  const document = `query Alike($filter: Microsoft365JobFilter) { a: microsoft365Jobs${filter} b: microsoft365Jobs${filter} }`;
  const { errors } = await world.query(document, { filter: { services: microsoft365Services, types: allTypes } });
  expect(errors).toBeUndefined();
});
