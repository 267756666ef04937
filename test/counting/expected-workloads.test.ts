import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';

import type { ProductName, SimulatedJob } from '../../simulator/index.js';
import { ask } from '../support/ask.js';
import { writeKeyFile } from '../support/key-file.js';
import { everyName, type Entry } from '../support/tenants-file.js';
import { startTenants, type TenantOptions, type TenantsWorld } from '../support/tenants-world.js';
import { post, type World } from '../support/world.js';
import { askForBoard, board, walkBoard, type BoardArguments, type Row } from './board.js';

/** The simulators' clock stands. */
const now = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;
const environment = { LIMIT_COST_PER_MINUTE: '1000000' };

const at = ({ url }: TenantsWorld): Pick<World, 'query'> => ({ query: (document, variables) => post(url, document, variables) });
const rowAt = (nodes: readonly Row[], sourceId: string, code: string): Row => nodes.find(({ source, workload }) => source.id === sourceId && workload?.code === code) ?? expect.fail(`no ${sourceId} ${code}`);
const nameOf = ({ source, operation, workload }: Row): string => `${source.id} ${operation} ${workload?.code ?? ''}`;

/** A backup that succeeded. */
const backup = (startedHoursAgo: number, more: Partial<SimulatedJob>): Partial<SimulatedJob> => ({ type: 1, startedAt: now - startedHoursAgo * hourMs, finishedAt: now - startedHoursAgo * hourMs + hourMs / 2, ...more });
const numbered = (jobs: readonly Partial<SimulatedJob>[]): Partial<SimulatedJob>[] => jobs.map((job, index) => ({ jobId: `FB2026112600${String(1000 + index)}`, ...job }));

/** What runs, and beside it what is expected and has never run: of every product. */
const HELD: Readonly<Record<ProductName, readonly Partial<SimulatedJob>[]>> = {
  'google-workspace': [backup(3, { service: 1, status: 2, dataSource: 1 })],
  'iaas-paas': [backup(3, { status: 2 })],
  'microsoft-365': [backup(3, { service: 1, status: 2 })],
  salesforce: [backup(3, { organizationId: 'one', status: 2 })],
  'dynamics-365': [backup(3, { organizationId: 'one', status: 3 })],
};
const EXPECTED: readonly Entry[] = [
  { product: 'google-workspace', services: ['GMAIL', 'DRIVE'] },
  { product: 'iaas-paas', services: ['AZURE_VM', 'AMAZON_S3'] },
  { product: 'microsoft-365', services: ['EXCHANGE_ONLINE', 'ONEDRIVE'] },
  { product: 'salesforce', organizations: ['one', 'two'] },
  { product: 'dynamics-365', organizations: ['one', 'two'] },
].map((one) => ({ ...one, operation: 'BACKUP', every: 'PT24H' }));
const NEVER = { 'google-workspace': '2', 'iaas-paas': '26000', 'microsoft-365': '3', salesforce: 'two', 'dynamics-365': 'two' } as const;
const RUNS = { 'google-workspace': '1', 'iaas-paas': '1', 'microsoft-365': '1', salesforce: 'one', 'dynamics-365': 'one' } as const;

const jobs = Object.fromEntries(Object.entries(HELD).map(([product, own]) => [product, numbered(own)])) as Record<ProductName, Partial<SimulatedJob>[]>;
const contoso: TenantOptions = { simulator: { now: () => now, jobs }, entry: { expected: EXPECTED } };
const SOURCES = everyName.map((product) => `contoso/us/${product}`);

describe('W2, W9, W10: what the tenants file expects', () => {
  let world: TenantsWorld;
  beforeAll(async () => void (world = await startTenants({ tenants: { contoso }, environment })));
  afterEach(() => world.simulatorOf('contoso').resetSwitches());
  afterAll(() => world.close());

  test.each(everyName as ProductName[])('%s: what runs is judged by it, what never ran is there, stale and late', async (product) => {
    const { nodes, isComplete } = await board(at(world), { filter: { products: [product.toUpperCase().replaceAll('-', '_')] } });
    expect([isComplete, nodes.length]).toEqual([true, 2]);
    const expectation = { interval: 'PT24H', intervalSeconds: 86_400, basis: 'CONFIGURATION' };
    const ran = rowAt(nodes, `contoso/us/${product}`, RUNS[product]);
    expect(ran).toMatchObject({ state: 'OK', isLate: false, isStale: false, expectation: { ...expectation, nextAt: new Date(now + 21 * hourMs).toISOString() } });
    expect(rowAt(nodes, `contoso/us/${product}`, NEVER[product])).toMatchObject({
      ...{ operation: 'BACKUP', state: 'STALE', isLate: true, isStale: true, successEvidence: 'NONE', expectation: { ...expectation, nextAt: null } },
      ...{ latest: null, latestEnded: null, latestSuccess: null, successAge: null, runs: 0, consecutiveFailures: 0, consecutiveFailuresPrecision: 'EXACT', failingSince: null },
    });
  });

  it('is there for its operation alone', async () => {
    expect((await board(at(world), { filter: { operations: ['RESTORE', 'OTHER'] } })).nodes).toEqual([]);
  });

  it('tells services by their label, organizations by nothing but their id', async () => {
    const { nodes } = await board(at(world));
    const labels = everyName.map((product) => rowAt(nodes, `contoso/us/${product}`, NEVER[product as ProductName]).workload?.label);
    expect(labels).toEqual(['Drive', 'Amazon S3', 'OneDrive', null, null]);
  });

  it('W12 is found by state, by lateness and by staleness', async () => {
    const never = SOURCES.map((source, index) => `${source} BACKUP ${Object.values(NEVER)[index] as string}`);
    const runs = SOURCES.map((source, index) => `${source} BACKUP ${Object.values(RUNS)[index] as string}`);
    const found = async (filter: Readonly<Record<string, unknown>>): Promise<string[]> => (await board(at(world), { filter })).nodes.map(nameOf).sort();
    for (const filter of [{ states: ['STALE'] }, { isLate: true }, { isStale: true }]) expect(await found(filter)).toEqual([...never].sort());
    for (const filter of [{ states: ['OK'] }, { isLate: false }, { isStale: false }]) expect(await found(filter)).toEqual([...runs].sort());
    expect(await found({ states: ['UNKNOWN'] })).toEqual([]);
  });

  it('W10 is not late as long as the time looked at is shorter than an interval and an hour', async () => {
    const lateIn = async (lookBack: string): Promise<unknown> => rowAt((await board(at(world), { lookBack })).nodes, 'contoso/us/salesforce', 'two').isLate;
    expect([await lateIn('PT25H'), await lateIn('PT26H')]).toEqual([null, true]);
  });

  it.each(['BY_SOURCE', 'WORST_FIRST'] as const)('W14 pages %s through all of them once', async (orderBy) => {
    const all = await board(at(world), { orderBy });
    expect(all.nodes).toHaveLength(10);
    for (const first of [1, 3]) expect((await walkBoard(at(world), { orderBy, first })).map(nameOf)).toEqual(all.nodes.map(nameOf));
    expect(new Set(all.nodes.map(({ id }) => id)).size).toBe(10);
  });

  it('W13 counts them', async () => {
    const { groups } = await board(at(world), { groups: true, groupBy: ['TENANT', 'OPERATION'] });
    expect(groups).toMatchObject([{ key: { tenant: 'contoso', operation: 'BACKUP' }, total: 10, stale: 5, ok: 5, compliant: 5, breached: 5, undecided: 0, silentSources: 0 }]);
  });

  it('costs no call', async () => {
    const calls = async (own: TenantsWorld): Promise<number> => {
      own.forgetCalls();
      await board(at(own));
      return own.simulatorOf('contoso').calls.length;
    };
    const plain = await startTenants({ tenants: { contoso: { ...contoso, entry: {} } }, environment });
    try {
      expect(await calls(world)).toBe(await calls(plain));
    } finally {
      await plain.close();
    }
  });

  it('W2 is all that is there of a source that failed, unknown, and the source is silent', async () => {
    world.simulatorOf('contoso').set({ salesforce: { fault: { kind: 'status', status: 403 } } });
    const { nodes, groups, isComplete } = await board(at(world), { groups: true, groupBy: ['SOURCE'] });
    const own = nodes.filter(({ source }) => source.id === 'contoso/us/salesforce');
    expect(own.map(nameOf)).toEqual(['one', 'two'].map((code) => `contoso/us/salesforce BACKUP ${code}`));
    for (const row of own) {
      expect(row).toMatchObject({ state: 'UNKNOWN', isLate: null, isStale: null, successEvidence: 'UNKNOWN', consecutiveFailures: null, runs: null, searchedFrom: null, latest: null, expectation: { interval: 'PT24H', nextAt: null, basis: 'CONFIGURATION' } });
    }
    expect(isComplete).toBe(false);
    expect(groups?.find(({ key }) => key.source?.id === 'contoso/us/salesforce')).toMatchObject({ total: 2, unknown: 2, undecided: 2, breached: 0, silentSources: 1 });
    expect(groups?.filter(({ key }) => key.source?.id !== 'contoso/us/salesforce').map(({ total, silentSources }) => [total, silentSources])).toEqual(Array(4).fill([2, 0]));
    const worst = await board(at(world), { orderBy: 'WORST_FIRST', filter: { states: ['UNKNOWN'] } });
    expect(worst.nodes).toEqual(own);
  });

  it('A5 is unknown where the upstream ignores the service: what ran may be of it', async () => {
    world.simulatorOf('contoso').set({ 'microsoft-365': { ignoredFilters: ['service'] } });
    const { nodes } = await board(at(world), { filter: { products: ['MICROSOFT_365'] } });
    expect(nodes.map(({ workload, state, successEvidence }) => [workload?.code ?? null, state, successEvidence])).toEqual([['1', 'UNKNOWN', 'UNKNOWN'], ['3', 'UNKNOWN', 'UNKNOWN'], [null, 'OK', 'FOUND']]);
  });
});

describe('W8: after how long without a success it is stale', () => {
  const services = (names: readonly string[], more: Entry = {}): Entry => ({ product: 'microsoft-365', services: names, operation: 'BACKUP', every: 'PT24H', ...more });
  const own = (entry: Entry): TenantOptions => ({ simulator: { now: () => now, jobs: { 'microsoft-365': numbered([backup(3, { service: 1, status: 2 }), backup(3, { service: 2, status: 2 })]) } }, entry: { products: ['microsoft-365'], ...entry } });
  const tenants = {
    contoso: own({ staleAfter: 'PT12H', expected: [services(['EXCHANGE_ONLINE'], { staleAfter: 'PT1H' }), services(['ONEDRIVE'], { staleAfter: 'P30D' })] }),
    fabrikam: own({ staleAfter: 'P30D', expected: [services(['ONEDRIVE'])] }),
    northwind: own({ staleAfter: 'PT2H', expected: [services(['EXCHANGE_ONLINE'], { every: 'PT1H', staleAfter: 'P1D' })] }),
    wingtip: own({ expected: [services(['ONEDRIVE'])] }),
  };
  let world: TenantsWorld;
  beforeAll(async () => void (world = await startTenants({ tenants, environment })));
  afterAll(() => world.close());

  async function told(args: BoardArguments = {}): Promise<Record<string, readonly [isStale: boolean | null, state: string]>> {
    const { nodes } = await board(at(world), args);
    return Object.fromEntries(nodes.map(({ source, workload, isStale, state }) => [`${source.id.split('/')[0] ?? ''} ${workload?.label ?? ''}`, [isStale, state] as const]));
  }

  it('is what is expected of it, else its tenant, else 26 hours; what is longer than the time looked at decides nothing of what never ran', async () => {
    expect(await told()).toEqual({
      'contoso Exchange Online': [true, 'STALE'],
      'contoso SharePoint Online': [false, 'OK'],
      'contoso OneDrive': [null, 'LATE'],
      'fabrikam Exchange Online': [false, 'OK'],
      'fabrikam SharePoint Online': [false, 'OK'],
      'fabrikam OneDrive': [null, 'LATE'],
      'northwind Exchange Online': [false, 'LATE'],
      'northwind SharePoint Online': [true, 'STALE'],
      'wingtip Exchange Online': [false, 'OK'],
      'wingtip SharePoint Online': [false, 'OK'],
      'wingtip OneDrive': [true, 'STALE'],
    });
  });

  it('is the argument before all of them', async () => {
    const stale = Object.entries(await told({ staleAfter: 'P7D' })).filter(([, [isStale]]) => isStale === true);
    expect(stale.map(([name]) => name)).toEqual(['contoso OneDrive', 'fabrikam OneDrive', 'wingtip OneDrive']);
    const all = Object.values(await told({ staleAfter: 'PT1H' }));
    expect(all.every(([isStale]) => isStale === true)).toBe(true);
  });

  it('is refused as an argument alone where it is longer than the time looked at', async () => {
    const { errors } = await askForBoard(at(world), { staleAfter: 'P30D' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'staleAfter' });
  });
});

test('rights: whoever may not read a source does not see what is expected of it', async () => {
  const keys = [{ name: 'all', key: 'all', rights: ['*'] }, { name: 'one', key: 'one', rights: ['contoso/salesforce'] }, { name: 'other', key: 'other', rights: ['fabrikam/*'] }];
  const world = await startTenants({ tenants: { contoso, fabrikam: { simulator: { now: () => now, jobs }, entry: { products: ['salesforce'] } } }, environment: { AUTH_API_KEYS_FILE: writeKeyFile(keys) } });
  try {
    const seenBy = async (key: string): Promise<unknown> => {
      const { data } = await ask<{ board: { nodes: Row[]; groups: { total: number }[] } }>(world, '{ board: jobWorkloads { nodes { source { id } operation workload { code } } groups { total } } }', { 'x-api-key': key });
      return [data?.board.nodes.map(nameOf), data?.board.groups.map(({ total }) => total)];
    };
    expect(await seenBy('one')).toEqual([['one', 'two'].map((code) => `contoso/us/salesforce BACKUP ${code}`), [2]]);
    expect(await seenBy('other')).toEqual([['fabrikam/us/salesforce BACKUP one'], [1]]);
    expect(await seenBy('all')).toMatchObject([{ length: 11 }, [11]]);
  } finally {
    await world.close();
  }
});
