import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Fault, ProductName, ProductSwitches } from '../../simulator/index.js';
import { currentSeats, eachProduct, products, type Seat } from '../products/index.js';
import { askForJobs, sourceOf, type ListedPage } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 60, days: 20 } })));
afterAll(() => world.close());
afterEach(async () => {
  world.simulator.resetSwitches();
  await world.restart();
});

interface Expected {
  readonly switches: Partial<ProductSwitches>;
  readonly code: string;
  readonly httpStatus?: number | null;
  /** What the message says to check. */
  readonly advice: (seat: Seat) => RegExp;
}

const fault = (one: Fault): Partial<ProductSwitches> => ({ fault: one });

const failures: Readonly<Record<string, Expected>> = {
  '401, whatever token it gets': { switches: fault({ kind: 'status', status: 401 }), code: 'UPSTREAM_UNAUTHENTICATED', httpStatus: 401, advice: () => /AVEPOINT_CLIENT_ID.*AVEPOINT_ENVIRONMENT/s },
  '403: the permission is not granted': { switches: { permitted: false }, code: 'UPSTREAM_FORBIDDEN', httpStatus: 403, advice: ({ scope }) => new RegExp(scope.replaceAll('.', '\\.'), 'i') },
  '404: the product is not there': { switches: { enabled: false }, code: 'UPSTREAM_NOT_FOUND', httpStatus: 404, advice: () => /data cent(re|er).*enabled/s },
  '400': { switches: fault({ kind: 'status', status: 400 }), code: 'UPSTREAM_BAD_REQUEST', httpStatus: 400, advice: () => /check/i },
  '429': { switches: fault({ kind: 'status', status: 429, headers: { 'retry-after': '30' } }), code: 'UPSTREAM_THROTTLED', httpStatus: 429, advice: () => /30/ },
  '503': { switches: fault({ kind: 'status', status: 503 }), code: 'UPSTREAM_ERROR', httpStatus: 503, advice: () => /again/ },
  '500 in HTML': { switches: fault({ kind: 'html', status: 502 }), code: 'UPSTREAM_ERROR', httpStatus: 502, advice: () => /again/ },
  'HTML in 200': { switches: fault({ kind: 'html' }), code: 'UPSTREAM_BAD_RESPONSE', advice: () => /check/i },
  'invalid JSON': { switches: fault({ kind: 'invalid-json' }), code: 'UPSTREAM_BAD_RESPONSE', advice: () => /check/i },
  'JSON of another kind': { switches: fault({ kind: 'body', text: '[1, 2, 3]' }), code: 'UPSTREAM_BAD_RESPONSE', advice: () => /check/i },
  'an object without jobs': { switches: fault({ kind: 'body', text: '{"hello": "world"}' }), code: 'UPSTREAM_BAD_RESPONSE', advice: () => /check/i },
  'no body': { switches: fault({ kind: 'body', text: '' }), code: 'UPSTREAM_BAD_RESPONSE', advice: () => /check/i },
  'a body that breaks off': { switches: fault({ kind: 'truncated' }), code: 'UPSTREAM_UNREACHABLE', httpStatus: null, advice: () => /check/i },
  'a connection that breaks': { switches: fault({ kind: 'reset' }), code: 'UPSTREAM_UNREACHABLE', httpStatus: null, advice: () => /check/i },
  'an error inside 200': { switches: fault({ kind: 'envelope-error', status: 500 }), code: 'UPSTREAM_ERROR', advice: () => /again/ },
};

const cases = currentSeats.flatMap((seat) => Object.entries(failures).map(([what, expected]) => ({ seat, product: seat.product, what, ...expected })));
const everySource = currentSeats.map(({ sourceId }) => sourceId);

describe('the others are shown, the failing one is named', () => {
  test.each(cases)('$product: $what', async ({ seat, product, switches, code, httpStatus, advice }) => {
    world.simulator.set({ [product]: switches });
    const { data, errors = [] } = await askForJobs(world, { first: 200 });
    const page = data?.page ?? expect.fail('no page');

    const shown = new Set(page.edges.map(({ node }) => node.product.toLowerCase().replaceAll('_', '-')));
    expect(shown).toEqual(new Set(products.map(({ name }) => name).filter((name) => name !== product)));
    expect(page.isComplete).toBe(false);
    expect(page.sources.map(({ source, outcome }) => [source.id, outcome])).toEqual(everySource.map((id) => [id, id === seat.sourceId ? 'FAILED' : 'OK']));

    const { error } = sourceOf(page, product);
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(advice(seat));
    if (httpStatus !== undefined) expect(error?.httpStatus).toBe(httpStatus);
    expect(errors.map(({ message, path, extensions }) => ({ message, path, extensions }))).toEqual([{ message: error?.message, path: ['page'], extensions: { code, source: seat.sourceId } }]);
  });
});

describe('details of the error', () => {
  async function errorOf(product: ProductName, switches: Partial<ProductSwitches>) {
    world.simulator.set({ [product]: switches });
    const { data } = await askForJobs(world);
    return sourceOf(data?.page ?? expect.fail('no page'), product).error ?? expect.fail('no error');
  }

  test.each([
    [401, 'UPSTREAM_UNAUTHENTICATED', false],
    [403, 'UPSTREAM_FORBIDDEN', false],
    [404, 'UPSTREAM_NOT_FOUND', false],
    [429, 'UPSTREAM_THROTTLED', true],
    [503, 'UPSTREAM_ERROR', true],
  ] as const)('an envelope inside 200 counts by the status that it carries: %i', async (status, code, isRetryable) => {
    for (const { product } of currentSeats.filter(({ errors }) => errors.httpStatus !== null)) {
      const error = await errorOf(product, { fault: { kind: 'envelope-error', status } });
      expect(error).toMatchObject({ code, httpStatus: status, isRetryable });
    }
  });

  test('the ids for a support case', async () => {
    const forms = { requestId: /^0HN[0-9A-F]{10}:[0-9a-f]{8}$/, traceId: /^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/ };
    for (const { product, errors } of currentSeats) {
      const error = await errorOf(product, { fault: { kind: 'status', status: 500 } });
      expect(errors.ids.length).toBeGreaterThan(0);
      for (const id of errors.ids) expect(error[id]).toMatch(forms[id]);
    }
  });

  test('when to come back: seconds, a date, or nothing said', async () => {
    const throttled = (headers: Record<string, string>) => ({ fault: { kind: 'status', status: 429, headers } as const });
    expect(await errorOf('salesforce', throttled({ 'retry-after': '30' }))).toMatchObject({ retryAfterSeconds: 30, isRetryable: true });
    // Every later caller of that source would be told to wait.
    await world.restart();
    const dated = await errorOf('salesforce', throttled({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }));
    expect(dated.retryAfterSeconds).toBeGreaterThan(50);
    expect(dated.retryAfterSeconds).toBeLessThanOrEqual(61);
    await world.restart();
    expect(await errorOf('salesforce', throttled({}))).toMatchObject({ retryAfterSeconds: null });
    expect(await errorOf('salesforce', throttled({ 'retry-after': 'soon' }))).toMatchObject({ retryAfterSeconds: null });
  });

  test('an absurd id is not passed on', async () => {
    const text = JSON.stringify({ statusCode: 500, requestId: '<script>alert(1)</script>', traceId: 'x'.repeat(5000) });
    expect(await errorOf('salesforce', { fault: { kind: 'body', text, status: 500 } })).toMatchObject({ requestId: null, traceId: null });
  });
});

describe('entries in `errors`', () => {
  const selection = '{ nodes { jobId } isComplete }';

  test('one for each field that asks, under its response key', async () => {
    world.simulator.set({ salesforce: { permitted: false } });
    const { errors = [] } = await world.query(`{ jobs ${selection} mine: jobs ${selection} salesforceJobs ${selection} googleWorkspaceJobs ${selection} }`);
    expect(errors.map(({ path }) => path).sort()).toEqual([['jobs'], ['mine'], ['salesforceJobs']]);
    expect(new Set(errors.map(({ extensions }) => JSON.stringify(extensions)))).toEqual(new Set(['{"code":"UPSTREAM_FORBIDDEN","source":"default/us/salesforce"}']));
  });

  test('one for a source, however many of its streams fail', async () => {
    world.simulator.set({ 'google-workspace': { fault: { kind: 'status', status: 503 } }, 'microsoft-365': { enabled: false } });
    const { errors = [] } = await askForJobs(world, { filter: { operations: ['BACKUP', 'RESTORE'] } });
    expect(errors.map(({ extensions }) => extensions['source'])).toEqual(['default/us/google-workspace', 'default/us/microsoft-365']);
  });

  test('also where only `nodes` is selected', async () => {
    world.simulator.set({ salesforce: { enabled: false } });
    const { data, errors = [] } = await world.query<{ failed: { nodes: unknown[] } }>('{ failed: jobs(filter: { statuses: [FAILED] }) { nodes { jobId } } }');
    expect(data?.failed.nodes.length).toBeGreaterThan(0);
    expect(errors.map(({ path }) => path)).toEqual([['failed']]);
  });

  test('none for a source that is not asked', async () => {
    world.simulator.set({ salesforce: { enabled: false } });
    const { data, errors } = await askForJobs(world, { filter: { operations: ['INDEX'] } });
    expect(errors).toBeUndefined();
    expect(data?.page?.isComplete).toBe(true);
  });
});

describe('all of them fail', () => {
  test('no edges, an entry for each, and a cursor to ask again', async () => {
    world.simulator.set(eachProduct(() => fault({ kind: 'status', status: 503 })));
    const { data, errors = [] } = await askForJobs(world);
    const page = data?.page ?? expect.fail('no page');
    expect(page.edges).toEqual([]);
    expect(page.isComplete).toBe(false);
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(everySource.map(() => 'FAILED'));
    expect(errors.map(({ extensions }) => extensions['source'])).toEqual(everySource);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, startCursor: null, endCursor: expect.any(String) as string });

    world.simulator.resetSwitches();
    await world.restart();
    const after: ListedPage = (await askForJobs(world, { after: page.pageInfo.endCursor })).data?.page ?? expect.fail('no page');
    expect(after.isComplete).toBe(true);
    expect(after.edges).toHaveLength(50);
  });

  test('a whole outage of the identity service', async () => {
    const dark = await startWorld({ simulator: { jobsPerProduct: 20, days: 10, switches: { identity: { fault: { kind: 'status', status: 503 } } } } });
    const { data, errors = [] } = await askForJobs(dark);
    expect(data?.page?.sources.map(({ error }) => error?.code)).toEqual(everySource.map(() => 'UPSTREAM_ERROR'));
    expect(errors).toHaveLength(everySource.length);
    dark.simulator.set({ identity: { fault: null } });
    await dark.restart();
    expect((await askForJobs(dark)).data?.page?.isComplete).toBe(true);
    await dark.close();
  });
});

test('a server that nobody can reach', async () => {
  const lost = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 } });
  await askForJobs(lost, { filter: { products: ['SALESFORCE'] } });
  await lost.simulator.close();
  const { data, errors = [] } = await askForJobs(lost);
  expect(data?.page?.sources.map(({ error }) => error?.code)).toEqual(everySource.map(() => 'UPSTREAM_UNREACHABLE'));
  expect(errors).toHaveLength(everySource.length);
  await lost.close().catch(() => undefined);
});
