import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ReceivedCall } from '../../simulator/index.js';
import { dialects, googleWorkspace, iaasPaas, jobReport, listPage, listPages, microsoft365, microsoft365Older, salesforce, type Dialect } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';
import { digitsInBody, parametersOf } from './received.js';

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

async function startDialect(dialect: Dialect, environment: Record<string, string> = {}): Promise<World> {
  return startWorld({ simulator: { jobsPerProduct: 40, days: 10 }, environment: { ...dialect.environment, AVEPOINT_PRODUCTS: dialect.product, ...environment } });
}

async function ask(world: World, dialect: Dialect, given: Readonly<Record<string, unknown>>) {
  world.simulator.forgetCalls();
  await listPage(world, { field: dialect.field, window: given, first: 1 });
  const bounds = world.simulator.calls.map(boundsOf);
  expect(new Set(bounds.map((one) => JSON.stringify(one))).size).toBe(1);
  return bounds[0] ?? { from: null, to: null };
}

const isDated = (dialect: Dialect): boolean => dialect === microsoft365 || dialect === salesforce;

describe.each(dialects)('while it is unknown what the time filter applies to: $name', (dialect) => {
  let world: World;
  beforeAll(async () => void (world = await startDialect(dialect)));
  afterAll(() => world.close());

  test.each(['STARTED_AT', 'FINISHED_AT'])('48 hours wider at both ends, outward to whole hours or days: %s', async (by) => {
    const { from, to } = await ask(world, dialect, { ...window, by });
    if (isDated(dialect)) {
      expect([from, to]).toEqual(['2024-10-08', '2024-10-15']);
    } else {
      expect([instant(from), instant(to)]).toEqual(['2024-10-08T10:00:00.000Z', '2024-10-14T09:00:00.000Z']);
    }
  });

  test('bounds on the whole day stay there', async () => {
    const { from, to } = await ask(world, dialect, { from: '2024-10-10T00:00:00Z', to: '2024-10-12T00:00:00Z' });
    expect([instant(from), instant(to)]).toEqual(['2024-10-08T00:00:00.000Z', '2024-10-14T00:00:00.000Z']);
  });

  test('requests at different moments ask alike', async () => {
    const earlier = await ask(world, dialect, { from: '2024-10-10T10:05:00Z', to: '2024-10-12T08:01:00Z' });
    const later = await ask(world, dialect, { from: '2024-10-10T10:55:00Z', to: '2024-10-12T08:59:59.999Z' });
    expect(later).toEqual(earlier);
  });

  test('without a lower bound none is sent, where the endpoint lets it', async () => {
    const { from, to } = await ask(world, dialect, { to: window.to });
    expect(from).toBe(dialect === salesforce ? '2000-01-01' : null);
    expect(to).not.toBeNull();
  });

  test('the default window is sent as well', async () => {
    const { from, to } = await ask(world, dialect, {});
    const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / (24 * hourMs);
    expect(days).toBeGreaterThanOrEqual(34);
    expect(days).toBeLessThan(36.1);
  });
});

describe('where it is declared, nothing is added that is not needed', () => {
  const unwidened = { hours: ['2024-10-10T10:00:00.000Z', '2024-10-12T09:00:00.000Z'], days: ['2024-10-10', '2024-10-13'] };
  const settingOf = ({ product }: Dialect): string => `AVEPOINT_${product.toUpperCase().replaceAll('-', '_')}_TIME_FILTER`;
  const cases = dialects.flatMap((dialect) =>
    ([['start', 'STARTED_AT'], ['finish', 'FINISHED_AT'], ['overlap', 'STARTED_AT'], ['overlap', 'FINISHED_AT']] as const).map(([timeFilter, by]) => ({ name: dialect.name, dialect, timeFilter, by })),
  );

  test.each(cases)('$name: $timeFilter, by $by', async ({ dialect, timeFilter, by }) => {
    const world = await startDialect(dialect, { [settingOf(dialect)]: timeFilter });
    const { from, to } = await ask(world, dialect, { ...window, by });
    await world.close();
    if (isDated(dialect)) expect([from, to]).toEqual(unwidened.days);
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
    const world = await startDialect(iaasPaas, { AVEPOINT_LOOKBACK_HOURS: hours });
    const bounds = await ask(world, iaasPaas, window);
    expect([instant(bounds.from), instant(bounds.to)]).toEqual([from, to]);
    await world.close();
  });
});

describe('in the form of the endpoint', () => {
  test('dates where the pages show dates, instants elsewhere', async () => {
    const world = await startWorld({ simulator: { jobsPerProduct: 20, days: 10, switches: { 'microsoft-365': { datesOnly: true }, salesforce: { datesOnly: true } } } });
    const page = await listPage(world, { window, first: 1 });
    expect(page.sources.map(({ outcome }) => outcome)).toEqual(['OK', 'OK', 'OK', 'OK']);
    const texts = new Map(world.simulator.calls.map((call) => [call.product, parametersOf(call)['starttime']]));
    expect(texts.get('google-workspace')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.0+)?(Z|\+00:00)$/);
    expect(texts.get('iaas-paas')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.0+)?Z$/);
    await world.close();
  });

  test.each([jobReport, microsoft365Older])('ticks to the last digit: $name', async (dialect) => {
    const world = await startDialect(dialect);
    await listPage(world, { field: dialect.field, window, first: 1 });
    const [call] = world.simulator.calls as [ReceivedCall];
    const sent = dialect === jobReport ? digitsInBody(call, 'startTime') : parametersOf(call)['starttime'];
    expect(sent).toBe(String(BigInt(Date.parse('2024-10-08T10:00:00Z')) * 10_000n + ticksAtEpoch));
    await world.close();
  });

  test.each(dialects)('every page of a walk is asked with the same bounds: $name', async (dialect) => {
    const world = await startDialect(dialect, { AVEPOINT_PAGE_SIZE: '5' });
    const pages = await listPages(world, { field: dialect.field, window: { last: 'P9D' }, first: 4 });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
    expect(new Set(world.simulator.calls.map((call) => JSON.stringify(boundsOf(call)))).size).toBe(1);
    await world.close();
  });

  test('a token goes back with the filters that it was given for', async () => {
    const world = await startDialect(googleWorkspace, { AVEPOINT_PAGE_SIZE: '5' });
    await listPages(world, { field: 'googleWorkspaceJobs', filter: { dataSources: ['ADMIN'], types: ['BACKUP'] }, window: { last: 'P9D' }, first: 3 });
    const withTokens = world.simulator.calls.filter(({ query }) => query['NextLink'] !== undefined);
    expect(withTokens.length).toBeGreaterThan(2);
    expect(new Set(world.simulator.calls.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(withTokens.map(({ query }) => JSON.stringify({ ...query, NextLink: '' }))).size).toBe(1);
    await world.close();
  });
});
