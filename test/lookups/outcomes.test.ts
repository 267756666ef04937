import { afterEach, describe, expect, test } from 'vitest';

import type { ProductName } from '../../simulator/index.js';
import { startWorld, type World, type WorldOptions } from '../support/world.js';
import { askJob, askJobs, find, globalId } from './ask.js';

let world: World;
afterEach(() => world.close());

const start = async (options: WorldOptions = {}): Promise<void> => void (world = await startWorld({ simulator: { jobsPerProduct: 300, days: 60 }, ...options }));
const idsOf = (product: ProductName, count: number): string[] =>
  world.simulator.records(product).slice(0, count).map(({ jobId }) => globalId(`default/us/${product}`, jobId));

/** Without a clock in their ids, jobs of Microsoft 365 can only be asked for one by one. */
const clockless = Array.from({ length: 6 }, (_, index) => ({ jobId: `JOB${index}` }));
const startClockless = (environment: Record<string, string> = {}): Promise<void> => start({ simulator: { jobs: { 'microsoft-365': clockless } }, environment });

describe('null, spent and failed are three things', () => {
  test('a source that fails: an error that names it, at the place of the job', async () => {
    await start();
    world.simulator.set({ salesforce: { permitted: false } });
    const ids = [...idsOf('salesforce', 1), ...idsOf('iaas-paas', 1), globalId('default/us/iaas-paas', 'FB19')];
    const { data, errors } = await askJobs(world, ids);
    expect(data?.jobsById.map((job) => job?.__typename ?? null)).toEqual([null, 'IaasPaasJob', null]);
    expect(errors).toMatchObject([{ path: ['jobsById', 0], extensions: { code: 'UPSTREAM_FORBIDDEN', source: 'default/us/salesforce' } }]);
  });

  test('one call that fails costs the others nothing', async () => {
    await startClockless();
    world.simulator.set({ 'microsoft-365': { fault: { kind: 'status', status: 403, after: 2, times: 1 } } });
    const ids = idsOf('microsoft-365', 6);
    const { data, errors = [] } = await askJobs(world, ids);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['UPSTREAM_FORBIDDEN']);
    expect(data?.jobsById.flatMap((job) => (job === null ? [] : [job.id]))).toEqual(ids.filter((_, index) => index !== errors[0]?.path?.[1]));
  });

  test.each(['google-workspace', 'salesforce', 'iaas-paas'] as const)('a budget that is spent before %s was searched to the end', async (product) => {
    await start({ environment: { AVEPOINT_CALL_BUDGET: '1', AVEPOINT_PAGE_SIZE: '5' } });
    const { data, errors } = await askJobs(world, [globalId(`default/us/${product}`, 'no-such-job-A'), globalId(`default/us/${product}`, 'no-such-job-B')]);
    const spent = (errors ?? []).filter(({ extensions }) => extensions['code'] === 'BUDGET_EXHAUSTED');
    expect(data?.jobsById).toEqual([null, null]);
    expect(spent.length).toBeGreaterThan(0);
    expect(world.simulator.calls).toHaveLength(1);
  });

  test('and before every id of Microsoft 365 was asked for', async () => {
    await startClockless({ AVEPOINT_CALL_BUDGET: '2' });
    const { data, errors = [] } = await askJobs(world, idsOf('microsoft-365', 3));
    expect(data?.jobsById.filter((job) => job !== null)).toHaveLength(2);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BUDGET_EXHAUSTED']);
  });

  test('a product that is not enabled, or a wrong data centre, is no missing job', async () => {
    await start();
    const ids = idsOf('microsoft-365', 1);
    world.simulator.set({ 'microsoft-365': { enabled: false } });
    const { data, errors } = await askJobs(world, ids);
    expect(data?.jobsById).toEqual([null]);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_NOT_FOUND', source: 'default/us/microsoft-365' } }]);
  });

  test('a job that is not there leaves the source healthy', async () => {
    await start();
    await world.query('{ microsoft365Jobs(first: 1) { isComplete } }');
    await askJob(world, globalId('default/us/microsoft-365', 'FB20200101000000000000'));
    const { data } = await world.query<{ jobSources: unknown }>('{ jobSources(products: MICROSOFT_365) { health { state lastFailureAt } } }');
    expect(data?.jobSources).toEqual([{ health: { state: 'HEALTHY', lastFailureAt: null } }]);
  });

  test('findJobs returns what the others have, and says which source failed', async () => {
    await start();
    const [job] = world.simulator.records('microsoft-365');
    world.simulator.set({ salesforce: { permitted: false } });
    const { data, errors } = await find(world, { jobId: job?.jobId ?? '' });
    expect(data?.findJobs?.map(({ source }) => source.id)).toEqual(['default/us/microsoft-365']);
    expect(errors).toMatchObject([{ path: ['findJobs'], extensions: { code: 'UPSTREAM_FORBIDDEN', source: 'default/us/salesforce' } }]);
  });
});

describe('what is refused or unknown costs no call', () => {
  test('more than 100 ids', async () => {
    await start();
    const ids = Array.from({ length: 101 }, (_, index) => globalId('default/us/salesforce', String(index)));
    for (const field of ['jobsById', 'nodes']) {
      const { errors } = await world.query(`query ($ids: [ID!]!) { ${field}(ids: $ids) { id } }`, { ids });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'ids' } }]);
    }
    expect(world.simulator.calls).toEqual([]);
  });

  test.each(['', 'nonsense', 'default/us', globalId('contoso/us/salesforce', 'FB1'), globalId('default/us', 'FB1'), globalId('default/us/salesforce', ''), `${globalId('default/us/salesforce', 'FB1')}=`, 'ZGVmYXVsdA'])(
    'the id %j',
    async (id) => {
      await start();
      const { data, errors } = await world.query<Record<string, unknown>>('query ($id: ID!) { job(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id } }', { id });
      expect([data, errors]).toEqual([{ job: null, node: null, nodes: [null] }, undefined]);
      expect(world.simulator.calls).toEqual([]);
    },
  );

  test('an empty job id, and a window that cannot be', async () => {
    await start();
    expect((await find(world, { jobId: '' })).data?.findJobs).toEqual([]);
    expect((await find(world, { jobId: 'FB1', window: { last: 'PT0S' } })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'window' } }]);
    expect(world.simulator.calls).toEqual([]);
  });
});

test('node gives jobs and sources', async () => {
  await start();
  const [id] = idsOf('salesforce', 1);
  const { data } = await world.query('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on JobSource { product } ... on Job { source { id } } } }', { ids: [id, 'default/us/iaas-paas', 'none'] });
  expect(data).toEqual({
    nodes: [{ __typename: 'SalesforceJob', id, source: { id: 'default/us/salesforce' } }, { __typename: 'JobSource', id: 'default/us/iaas-paas', product: 'IAAS_PAAS' }, null],
  });
});
