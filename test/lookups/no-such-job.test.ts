import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import { startWorld, type World } from '../support/world.js';
import { askJob, find, globalId } from './ask.js';

const SOURCE = 'default/us/microsoft-365';
const jobs = { 'microsoft-365': [{ jobId: 'FB1' }, { jobId: 'FB2', location: 'EUR' }] };

let world: World;
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

const start = async (environment: Record<string, string> = {}): Promise<void> =>
  void (world = await startWorld({ simulator: { jobs }, environment: { AVEPOINT_PRODUCTS: 'microsoft-365', ...environment } }));

/** What a source answers that has answered well before, and then says this to everything. */
async function askAfter(fault: Fault, jobId = 'FB1', environment: Record<string, string> = {}) {
  await start(environment);
  expect((await askJob(world, globalId(SOURCE, 'FB1'))).data?.job?.jobId).toBe('FB1');
  world.simulator.set({ 'microsoft-365': { fault } });
  world.simulator.forgetCalls();
  return { one: await askJob(world, globalId(SOURCE, jobId)), found: await find(world, { jobId }) };
}

const json = (status: number, body: unknown): Fault => ({ kind: 'body', status, text: JSON.stringify(body) });
const own = { message: 'No.', errors: [], data: null, requestId: 'r', timestamp: 't', metadata: null, traceId: 't' };

describe('an answer that is no proof is the error that a list would bring', () => {
  test.each<[string, Fault, string]>([
    ['404 in HTML', { kind: 'html', status: 404 }, 'UPSTREAM_NOT_FOUND'],
    ['400 in HTML', { kind: 'html', status: 400 }, 'UPSTREAM_BAD_REQUEST'],
    ['404 without a body', { kind: 'body', status: 404, text: '' }, 'UPSTREAM_NOT_FOUND'],
    ['404 in the JSON of another', json(404, { message: 'no Route matched with those values' }), 'UPSTREAM_NOT_FOUND'],
    ['404 in the JSON of a framework', json(404, { type: 'about:blank', title: 'Not Found', status: 404, traceId: '00-1' }), 'UPSTREAM_NOT_FOUND'],
    ['404 in a list', json(404, [404]), 'UPSTREAM_NOT_FOUND'],
    ['404 around another status', json(404, { ...own, statusCode: 502 }), 'UPSTREAM_NOT_FOUND'],
    ['400 in the JSON of another', json(400, { error: 'bad request' }), 'UPSTREAM_BAD_REQUEST'],
    ['400 of its own, for an id like all others', json(400, { ...own, statusCode: 400 }), 'UPSTREAM_BAD_REQUEST'],
    ['200 without the job', json(200, { ...own, statusCode: 200 }), 'UPSTREAM_BAD_RESPONSE'],
    ['200 with something else', json(200, {}), 'UPSTREAM_BAD_RESPONSE'],
    ['204', { kind: 'body', status: 204, text: '' }, 'UPSTREAM_BAD_RESPONSE'],
  ])('%s', async (_title, fault, code) => {
    const { one, found } = await askAfter(fault);
    expect(one.data).toEqual({ job: null });
    expect(one.errors).toMatchObject([{ path: ['job'], extensions: { code, source: SOURCE } }]);
    expect(found.data).toEqual({ findJobs: [] });
    expect(found.errors).toMatchObject([{ path: ['findJobs'], extensions: { code, source: SOURCE } }]);
  });
});

describe('what is proof', () => {
  test.each<[string, Fault, string]>([
    ['404 of its own', json(404, { ...own, statusCode: 404 }), 'FB3'],
    ['404 of its own inside 200', json(200, { ...own, statusCode: 404 }), 'FB3'],
    ['404 of its own with the status in text, in Pascal case', json(404, { StatusCode: '404', Message: 'No.', Data: null }), 'FB3'],
    ['400 of its own, for an id that none could have', json(400, { ...own, statusCode: 400 }), 'FB 3'],
  ])('%s: one call, and null', async (_title, fault, jobId) => {
    const { one, found } = await askAfter(fault, jobId);
    expect([one, found]).toEqual([{ data: { job: null } }, { data: { findJobs: [] } }]);
    expect(world.simulator.calls.map(({ path }) => path)).toHaveLength(2);
  });
});

describe('a 404 of a source that has not answered well lately is confirmed by a list', () => {
  const later = (ms: number): void => {
    const real = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => real() + ms);
  };
  const listCalls = (): number => world.simulator.calls.filter(({ path }) => path.endsWith('/cloudbackupjobs')).length;

  test('never yet', async () => {
    await start();
    expect(await askJob(world, globalId(SOURCE, 'FB3'))).toEqual({ data: { job: null } });
    expect(listCalls()).toBe(1);
    await askJob(world, globalId(SOURCE, 'FB4'));
    expect(listCalls()).toBe(1);
  });

  test.each([false, true])('not within a minute; the data centre is now wrong: %s', async (isWrong) => {
    // The list of before is still in memory; it proves nothing any more.
    await start({ PAGE_MEMORY_SECONDS: '3600' });
    await askJob(world, globalId(SOURCE, 'FB3'));
    world.simulator.forgetCalls();
    later(61_000);
    world.simulator.set({ 'microsoft-365': { enabled: !isWrong } });
    const { data, errors } = await world.query('query ($ids: [ID!]!) { jobsById(ids: $ids) { id } }', { ids: ['FB4', 'FB5'].map((id) => globalId(SOURCE, id)) });
    expect(data).toEqual({ jobsById: [null, null] });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(isWrong ? ['UPSTREAM_NOT_FOUND', 'UPSTREAM_NOT_FOUND'] : undefined);
    expect(listCalls()).toBe(1);
  });
});

describe('Multi-Geo', () => {
  const elsewhere: Fault = { kind: 'html', status: 404, times: 1 };

  test('a location that does not tell is no location without the job', async () => {
    const { one } = await askAfter(elsewhere, 'FB3', { AVEPOINT_MICROSOFT_365_LOCATIONS: 'NAM,EUR' });
    expect(one.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_NOT_FOUND' } }]);
  });

  test('and costs nothing where another has it', async () => {
    const { one } = await askAfter(elsewhere, 'FB2', { AVEPOINT_MICROSOFT_365_LOCATIONS: 'NAM,EUR' });
    expect([one.errors, one.data?.job?.location]).toEqual([undefined, 'EUR']);
  });
});
