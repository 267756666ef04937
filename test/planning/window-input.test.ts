import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { askForJobs, listPage, type ListArguments } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 50, days: 40 } })));
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

/** The window that a page names, and the moments between which it was asked for. */
async function resolve(window: ListArguments['window']) {
  const before = Date.now();
  const page = await listPage(world, { field: 'salesforceJobs', first: 1, ...(window && { window }) });
  return { window: page.window, before, after: Date.now() };
}

const lengthMs = ({ from, to }: { from: string | null; to: string }): number => Date.parse(to) - Date.parse(from ?? 'nothing');

describe('what a window comes to', () => {
  test.each([undefined, {}, { by: 'STARTED_AT' }])('the last 30 days by start: %o', async (given) => {
    const { window, before, after } = await resolve(given);
    expect(window).toMatchObject({ by: 'STARTED_AT', isDefault: true });
    expect(lengthMs(window)).toBe(30 * dayMs);
    expect(Date.parse(window.to)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(window.to)).toBeLessThanOrEqual(after);
  });

  test('the last 30 days by end', async () => {
    const { window } = await resolve({ by: 'FINISHED_AT' });
    expect(window).toMatchObject({ by: 'FINISHED_AT', isDefault: true });
    expect(lengthMs(window)).toBe(30 * dayMs);
  });

  test.each([
    ['PT24H', 24 * hourMs],
    ['P7D', 7 * dayMs],
    ['P2W', 14 * dayMs],
    ['P1DT6H30M', dayMs + 6.5 * hourMs],
    ['PT90M', 1.5 * hourMs],
    ['PT1S', 1000],
    ['P3653D', 3653 * dayMs],
  ])('last: %s counts back from now', async (last, ms) => {
    const { window, before, after } = await resolve({ last });
    expect(lengthMs(window)).toBe(ms);
    expect(Date.parse(window.to)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(window.to)).toBeLessThanOrEqual(after);
    expect(window).toMatchObject({ by: 'STARTED_AT', isDefault: false, reach: null });
  });

  test('both bounds, in UTC whatever the offset', async () => {
    const { window } = await resolve({ from: '2024-10-01T02:00:00+02:00', to: '2024-10-02T00:00:00.5Z' });
    expect(window).toEqual({ from: '2024-10-01T00:00:00.000Z', to: '2024-10-02T00:00:00.500Z', by: 'STARTED_AT', isDefault: false, reach: null });
  });

  test('from alone reaches up to now', async () => {
    const { window, before, after } = await resolve({ from: '2024-10-01T00:00:00Z' });
    expect(window.from).toBe('2024-10-01T00:00:00.000Z');
    expect(Date.parse(window.to)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(window.to)).toBeLessThanOrEqual(after);
    expect(window.isDefault).toBe(false);
  });

  test('to alone has no lower bound', async () => {
    const { window } = await resolve({ to: '2024-10-01T00:00:00Z' });
    expect(window).toEqual({ from: null, to: '2024-10-01T00:00:00.000Z', by: 'STARTED_AT', isDefault: false, reach: null });
  });

  test('now is the same for all fields of an operation', async () => {
    const { data } = await world.query<Record<'a' | 'b', { window: { to: string } }>>('{ a: jobs { window { to } } b: salesforceJobs(window: { last: "PT1H" }) { window { to } } }');
    expect(data?.a.window.to).toEqual(expect.any(String));
    expect(data?.b.window.to).toBe(data?.a.window.to);
  });
});

describe('a window that cannot be costs no upstream call', () => {
  const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

  test.each([
    ['last beside from', { last: 'PT24H', from: '2024-10-01T00:00:00Z' }],
    ['last beside to', { last: 'PT24H', to: '2024-10-01T00:00:00Z' }],
    ['last beside both', { last: 'PT24H', from: '2024-10-01T00:00:00Z', to: '2024-10-02T00:00:00Z' }],
    ['a last of zero', { last: 'PT0S' }],
    ['a last of zero days', { last: 'P0D' }],
    ['a negative last', { last: '-PT24H' }],
    ['a last of a month', { last: 'P1M' }],
    ['a last of a year', { last: 'P1Y' }],
    ['a last of a month and a day', { last: 'P1M1D' }],
    ['a last beyond all dates', { last: 'P104249991D' }],
    ['a last of ten years and a day', { last: 'P3654D' }],
    ['a last of ten years and a moment', { last: 'P3653DT0.001S' }],
    ['a last of too many digits', { last: `P${'9'.repeat(400)}W` }],
    ['a last that is far too negative', { last: '-P104249991D' }],
    ['from before the year 0', { from: '0000-01-01T00:00:00+14:00' }],
    ['to after the year 9999', { to: '9999-12-31T23:59:59-14:00' }],
    ['from at to', { from: '2024-10-01T00:00:00Z', to: '2024-10-01T00:00:00Z' }],
    ['from at to, by another offset', { from: '2024-10-01T02:00:00+02:00', to: '2024-10-01T00:00:00Z' }],
    ['from after to', { from: '2024-10-02T00:00:00Z', to: '2024-10-01T00:00:00Z' }],
    ['from in the future, without to', { from: soon(hourMs) }],
    ['by end as well', { by: 'FINISHED_AT', from: '2024-10-02T00:00:00Z', to: '2024-10-01T00:00:00Z' }],
  ])('%s', async (_title, window) => {
    const { data, errors = [] } = await askForJobs(world, { window });
    expect(data?.page ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'window' }]);
    expect(errors[0]?.message).toMatch(/\w+ \w+/);
    expect(world.simulator.calls).toEqual([]);
    expect(world.simulator.tokenCalls).toEqual([]);
  });

  test.each([
    ['no duration', { last: 'a day' }],
    ['no instant', { from: 'yesterday' }],
    ['no basis', { by: 'CREATED_AT' }],
  ])('%s is refused before anything runs', async (_title, window) => {
    const { data, errors = [] } = await askForJobs(world, { window });
    expect(data?.page ?? null).toBeNull();
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    expect(world.simulator.calls).toEqual([]);
  });

  test('nor any other field of the operation', async () => {
    world.simulator.forgetCalls();
    const { data, errors = [] } = await world.query<{ good: { nodes: unknown[] } | null; bad: unknown }>(
      '{ good: salesforceJobs(first: 3) { nodes { jobId } } bad: jobs(window: { last: "P1M" }) { nodes { jobId } } }',
    );
    expect(data ?? null).toBeNull();
    expect(world.simulator.calls).toEqual([]);
    expect(errors.map(({ path }) => path)).toEqual([['bad']]);
  });
});
