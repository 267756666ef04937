import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startGraph, type Graph } from './graph.js';

interface Tickets {
  readonly tickets: readonly { readonly job: Record<string, unknown> | null }[];
}

const idOf = (path: string): string => Buffer.from(path).toString('base64url');
const known = { salesforce: idOf('default/us/salesforce/FB20241101000000000001'), iaasPaas: idOf('default/us/iaas-paas/FB20241101000000001') };
const gone = idOf('default/us/salesforce/FB20241101000000000002');
const ofNoSource = idOf('elsewhere/us/salesforce/FB20241101000000000001');
const about = [known.salesforce, known.iaasPaas, gone, ofNoSource, 'rubbish'];

let graph: Graph;
beforeAll(async () => {
  const startedAt = Date.parse('2024-11-01T00:00:00Z');
  graph = await startGraph(
    { simulator: { jobs: { salesforce: [{ jobId: 'FB20241101000000000001', startedAt }], 'iaas-paas': [{ jobId: 'FB20241101000000001', startedAt }] } } },
    async () => about.map((jobId, index) => ({ id: `T-${index}`, title: 'Look into it', jobId })),
  );
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.world.simulator.resetSwitches();
  graph.forget();
});

const jobsOf = async (fields: string) => {
  const { data, errors } = await graph.query<Tickets>(`{ tickets { job { ${fields} } } }`);
  return { jobs: data?.tickets.map(({ job }) => job), errors };
};

describe('a reference to a job that there is not', () => {
  test.each(['__typename', 'jobId'])('is null as soon as %s is asked for, and no error', async (field) => {
    const { jobs, errors } = await jobsOf(`id ${field}`);
    expect(errors).toBeUndefined();
    expect(jobs?.map((job) => job?.['id'] ?? null)).toEqual([known.salesforce, known.iaasPaas, null, null, null]);
  });

  test('stands where only fields are asked for that may be null', async () => {
    const { jobs } = await jobsOf('id finishedAt');
    expect(jobs?.[2]).toEqual({ id: gone, finishedAt: null });
  });

  test('stands where nothing but the id is asked for, since nobody asks this server', async () => {
    const { jobs } = await jobsOf('id');
    expect(jobs).toEqual(about.map((id) => ({ id })));
    expect(graph.askedOf.jobs).toEqual([]);
  });
});

test('a source that does not answer is an error beside the jobs of the others', async () => {
  graph.world.simulator.set({ salesforce: { permitted: false } });
  const { jobs, errors } = await jobsOf('id jobId');
  expect(jobs?.map((job) => job?.['id'] ?? null)).toEqual([null, known.iaasPaas, null, null, null]);
  expect(errors?.map(({ extensions, path }) => [extensions['code'], path])).toEqual([
    ['UPSTREAM_FORBIDDEN', ['tickets', 0, 'job']],
    ['UPSTREAM_FORBIDDEN', ['tickets', 2, 'job']],
  ]);
});

test('tickets that cannot be reached cost the jobs nothing', async () => {
  await graph.stopTickets();
  const { data, errors } = await graph.query('{ jobs(window: { from: "2020-01-01T00:00:00Z" }, filter: { products: [SALESFORCE] }) { nodes { id owner { name } tickets { id } } isComplete } }');
  expect(data).toEqual({ jobs: { nodes: [{ id: known.salesforce, owner: null, tickets: null }], isComplete: true } });
  expect(errors).toHaveLength(1);
});
