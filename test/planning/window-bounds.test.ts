import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ReceivedCall } from '../../simulator/index.js';
import { eachProduct, environmentOf, products, seatOf, seats, timeFilterOf, type Seat } from '../products/index.js';
import { listPage, listPages } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { digitsInBody, parametersOf } from './received.js';

const googleWorkspace = seatOf('google-workspace/jobs');
const iaasPaas = seatOf('iaas-paas/jobs');
const jobReport = seatOf('iaas-paas/job-report');
const microsoft365Older = seatOf('microsoft-365/jobs');

const window = { from: '2024-10-10T10:30:00Z', to: '2024-10-12T08:15:00.250Z' };
const hourMs = 3_600_000;
/** .NET ticks of the Unix epoch; docs/upstream.md §2 (3). */
const ticksAtEpoch = 621_355_968_000_000_000n;

/** What the time parameters of a call stand for, to the last tick; null where the end is open. */
function boundsOf(call: ReceivedCall): { from: string | null; to: string | null } {
  const parameters = parametersOf(call);
  const read = (name: 'startTime' | 'finishTime'): string | null => {
    const text = call.method === 'POST' ? digitsInBody(call, name) : (parameters[name.toLowerCase()] ?? null);
    return text === null || text === '0' ? null : /^\d{17,}$/.test(text) ? isoOfTicks(BigInt(text)) : text;
  };
  return { from: read('startTime'), to: read('finishTime') };
}

function isoOfTicks(ticks: bigint): string {
  const since = ticks - ticksAtEpoch;
  return since % 10_000n === 0n ? new Date(Number(since / 10_000n)).toISOString() : `${since} ticks since the epoch`;
}

const instant = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

async function startSeat(seat: Seat, environment: Record<string, string> = {}): Promise<World> {
  return startWorld({ simulator: { jobsPerProduct: 40, days: 10 }, environment: { ...environmentOf(seat), ...environment } });
}

async function ask(world: World, seat: Seat, given: Readonly<Record<string, unknown>>) {
  world.simulator.forgetCalls();
  await listPage(world, { field: seat.field, window: given, first: 1 });
  const bounds = world.simulator.calls.map(boundsOf);
  expect(new Set(bounds.map((one) => JSON.stringify(one))).size).toBe(1);
  return bounds[0] ?? { from: null, to: null };
}

const isDated = ({ grain }: Seat): boolean => grain === 'day';

describe.each(seats)('while it is unknown what the time filter applies to: $name', (seat) => {
  let world: World;
  beforeAll(async () => void (world = await startSeat(seat)));
  afterAll(() => world.close());

  test.each(['STARTED_AT', 'FINISHED_AT'])('48 hours wider at both ends, outward to whole hours or days: %s', async (by) => {
    const { from, to } = await ask(world, seat, { ...window, by });
    if (isDated(seat)) {
      expect([from, to]).toEqual(['2024-10-08', '2024-10-15']);
    } else {
      expect([instant(from), instant(to)]).toEqual(['2024-10-08T10:00:00.000Z', '2024-10-14T09:00:00.000Z']);
    }
  });

  test('bounds on the whole day stay there', async () => {
    const { from, to } = await ask(world, seat, { from: '2024-10-10T00:00:00Z', to: '2024-10-12T00:00:00Z' });
    expect([instant(from), instant(to)]).toEqual(['2024-10-08T00:00:00.000Z', '2024-10-14T00:00:00.000Z']);
  });

  test('requests at different moments ask alike', async () => {
    const earlier = await ask(world, seat, { from: '2024-10-10T10:05:00Z', to: '2024-10-12T08:01:00Z' });
    const later = await ask(world, seat, { from: '2024-10-10T10:55:00Z', to: '2024-10-12T08:59:59.999Z' });
    expect(later).toEqual(earlier);
  });

  test('without a lower bound none is sent, where the endpoint lets it', async () => {
    const { from, to } = await ask(world, seat, { to: window.to });
    expect(from).toBe(seat.openFrom);
    expect(to).not.toBeNull();
  });

  test('the default window is sent as well', async () => {
    const { from, to } = await ask(world, seat, {});
    const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / (24 * hourMs);
    expect(days).toBeGreaterThanOrEqual(34);
    expect(days).toBeLessThan(36.1);
  });
});

describe('where it is declared, nothing is added that is not needed', () => {
  const unwidened = { hours: ['2024-10-10T10:00:00.000Z', '2024-10-12T09:00:00.000Z'], days: ['2024-10-10', '2024-10-13'] };
  const cases = seats.flatMap((seat) =>
    ([['start', 'STARTED_AT'], ['finish', 'FINISHED_AT'], ['overlap', 'STARTED_AT'], ['overlap', 'FINISHED_AT']] as const).map(([timeFilter, by]) => ({ name: seat.name, seat, timeFilter, by })),
  );

  test.each(cases)('$name: $timeFilter, by $by', async ({ seat, timeFilter, by }) => {
    const world = await startSeat(seat, timeFilterOf(seat.product, timeFilter));
    const { from, to } = await ask(world, seat, { ...window, by });
    await world.close();
    if (isDated(seat)) expect([from, to]).toEqual(unwidened.days);
    else expect([instant(from), instant(to)]).toEqual(unwidened.hours);
  });

  test('one product alone', async () => {
    const world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10 }, environment: { AVEPOINT_IAAS_PAAS_TIME_FILTER: 'start' } });
    await listPage(world, { window, first: 1 });
    const fromOf = (product: string): string | null => world.simulator.calls.filter((call) => call.product === product).map((call) => boundsOf(call).from)[0] ?? null;
    expect(instant(fromOf('iaas-paas'))).toBe('2024-10-10T10:00:00.000Z');
    expect(instant(fromOf('google-workspace'))).toBe('2024-10-08T10:00:00.000Z');
    await world.close();
  });
});

describe('AVEPOINT_LOOKBACK_HOURS', () => {
  test.each([
    ['72', '2024-10-07T10:00:00.000Z', '2024-10-15T09:00:00.000Z'],
    ['1', '2024-10-10T09:00:00.000Z', '2024-10-12T10:00:00.000Z'],
  ])('%s', async (hours, from, to) => {
    const world = await startSeat(iaasPaas, { AVEPOINT_LOOKBACK_HOURS: hours });
    const bounds = await ask(world, iaasPaas, window);
    expect([instant(bounds.from), instant(bounds.to)]).toEqual([from, to]);
    await world.close();
  });
});

describe('in the form of the endpoint', () => {
  test('dates where the pages show dates, instants elsewhere', async () => {
    const world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10, switches: { ...eachProduct(({ endpoints: [{ grain }] }) => ({ datesOnly: grain === 'day' })) } } });
    const page = await listPage(world, { window, first: 1 });
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(products.map(() => 'OK'));
    const texts = new Map(world.simulator.calls.map((call) => [call.product, parametersOf(call)['starttime']]));
    expect(texts.get('google-workspace')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.0+)?(Z|\+00:00)$/);
    expect(texts.get('iaas-paas')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.0+)?Z$/);
    await world.close();
  });

  test.each([jobReport, microsoft365Older])('ticks to the last digit: $name', async (seat) => {
    const world = await startSeat(seat);
    await listPage(world, { field: seat.field, window, first: 1 });
    const [call] = world.simulator.calls as [ReceivedCall];
    const sent = seat === jobReport ? digitsInBody(call, 'startTime') : parametersOf(call)['starttime'];
    expect(sent).toBe(String(BigInt(Date.parse('2024-10-08T10:00:00Z')) * 10_000n + ticksAtEpoch));
    await world.close();
  });

  test.each(seats)('every page of a walk is asked with the same bounds: $name', async (seat) => {
    const world = await startSeat(seat, { AVEPOINT_PAGE_SIZE: '5' });
    const pages = await listPages(world, { field: seat.field, window: { last: 'P9D' }, first: 4 });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
    expect(new Set(world.simulator.calls.map((call) => JSON.stringify(boundsOf(call)))).size).toBe(1);
    await world.close();
  });

  test('a token goes back with the filters that it was given for', async () => {
    const world = await startSeat(googleWorkspace, { AVEPOINT_PAGE_SIZE: '5' });
    await listPages(world, { field: 'googleWorkspaceJobs', filter: { dataSources: ['ADMIN'], types: ['BACKUP'] }, window: { last: 'P9D' }, first: 3 });
    const withTokens = world.simulator.calls.filter(({ query }) => query['NextLink'] !== undefined);
    expect(withTokens.length).toBeGreaterThan(2);
    expect(new Set(world.simulator.calls.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(withTokens.map(({ query }) => JSON.stringify({ ...query, NextLink: '' }))).size).toBe(1);
    await world.close();
  });
});
