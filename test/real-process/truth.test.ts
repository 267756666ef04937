import { beforeAll, describe, expect, test } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import { askJob, find, globalId } from '../lookups/ask.js';
import { ask } from '../support/ask.js';
import { build } from '../support/built-server.js';
import { withBuilt } from '../support/built-world.js';
import { body } from '../support/faults.js';
import { writeKeyFile } from '../support/key-file.js';
import { steppedClock } from '../support/stepped-clock.js';

beforeAll(build);

describe.concurrent('a job that is there is not said to be missing', () => {
  const SOURCE = 'default/us/microsoft-365';
  const there = globalId(SOURCE, 'FB1');
  const missing = globalId(SOURCE, 'FB2');
  const simulator = { jobs: { 'microsoft-365': [{ jobId: 'FB1' }] } };
  const AVEPOINT_PRODUCTS = 'microsoft-365';

  test('by an upstream that answered once, and then refuses everything', () =>
    withBuilt({ simulator, environment: { AVEPOINT_PRODUCTS } }, async (world) => {
      expect((await askJob(world, there)).data?.job?.jobId).toBe('FB1');
      const refusals: [Fault, string][] = [
        [{ kind: 'html', status: 404 }, 'UPSTREAM_NOT_FOUND'],
        [{ kind: 'html', status: 400 }, 'UPSTREAM_BAD_REQUEST'],
        [body('{"message":"no Route matched with those values"}', { status: 404 }), 'UPSTREAM_NOT_FOUND'],
        [body('{"error":"bad request"}', { status: 400 }), 'UPSTREAM_BAD_REQUEST'],
      ];
      for (const [fault, code] of refusals) {
        world.simulator.set({ 'microsoft-365': { fault } });
        expect(await askJob(world, there)).toMatchObject({ data: { job: null }, errors: [{ path: ['job'], extensions: { code, source: SOURCE } }] });
        expect(await find(world, { jobId: 'FB1' })).toMatchObject({ data: { findJobs: [] }, errors: [{ path: ['findJobs'], extensions: { code, source: SOURCE } }] });
      }
      world.simulator.resetSwitches();
      expect((await askJob(world, there)).data?.job?.jobId).toBe('FB1');
    }));

  test("by the endpoint's own 404, where the source has not answered well within the last minute", () =>
    withBuilt({ simulator, environment: { AVEPOINT_PRODUCTS, ...steppedClock({ monotonic: 61_000 }) } }, async (world) => {
      const lists = (): number => world.simulator.calls.filter(({ path }) => path.endsWith('/cloudbackupjobs')).length;
      // Never yet; from then on its word is enough.
      for (let round = 0; round < 2; round += 1) {
        expect(await askJob(world, missing)).toEqual({ data: { job: null } });
        expect(lists()).toBe(1);
      }
      await world.step();
      world.simulator.set({ 'microsoft-365': { enabled: false } });
      expect(await askJob(world, there)).toMatchObject({ data: { job: null }, errors: [{ extensions: { code: 'UPSTREAM_NOT_FOUND', source: SOURCE } }] });
      expect(lists()).toBe(2);
      world.simulator.resetSwitches();
      expect(await askJob(world, missing)).toEqual({ data: { job: null } });
    }));
});

test.concurrent('a list for which nobody was asked says so, and tells what there is not and what may not be read alike', () => {
  const AUTH_API_KEYS_FILE = writeKeyFile([{ name: 'all', key: 'all', rights: ['*'] }, { name: 'sales', key: 'sales', rights: ['default/salesforce'] }]);
  return withBuilt({ environment: { AUTH_API_KEYS_FILE, AVEPOINT_PRODUCTS: 'iaas-paas,salesforce' } }, async (world) => {
    const list = (key: string, filter: string) => ask(world, `{ jobs(filter: { ${filter} }) { totalCount isComplete sources { outcome } edges { cursor } } }`, { 'x-api-key': key });
    const expectNobody = async (key: string, filter: string, word: string): Promise<string> => {
      const { data, errors = [] } = await list(key, filter);
      expect(data?.['jobs']).toEqual({ totalCount: null, isComplete: false, sources: [], edges: [] });
      expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual([[['jobs'], { code: 'NO_SOURCE' }]]);
      expect(errors[0]?.message).toContain(word);
      return errors[0]?.message.replaceAll(word, '*') ?? '';
    };
    await expectNobody('all', 'tenants: ["cotoso"]', 'cotoso');
    await expectNobody('all', 'products: [MICROSOFT_365]', 'MICROSOFT_365');
    const absent = await expectNobody('all', 'sourceIds: ["default/us/salesforc"]', 'default/us/salesforc');
    expect(await expectNobody('sales', 'sourceIds: ["default/us/iaas-paas"]', 'default/us/iaas-paas')).toBe(absent);
    expect(world.simulator.calls).toEqual([]);
    expect(await list('sales', 'products: [SALESFORCE]')).toMatchObject({ data: { jobs: { isComplete: true, sources: [{ outcome: 'OK' }] } } });
  });
});
