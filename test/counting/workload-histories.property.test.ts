import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ProductName, SimulatedJob, SwitchChanges } from '../../simulator/index.js';
import { currentSeats, type Seat } from '../products/index.js';
import type { Entry } from '../support/tenants-file.js';
import { startTenants, type TenantOptions, type TenantsWorld } from '../support/tenants-world.js';
import { post } from '../support/world.js';
import { askForBoard, type Board, type BoardArguments, type Row } from './board.js';
import { isIn, isTold, keyOf, keyOfRow, rowOf, truthOf, type Truth } from './workload-oracle.js';

/** The simulator's clock stands, so that what is running stays so. */
const now = Math.floor(Date.now() / 1000) * 1000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const LOOK_BACK_DAYS = 9;

/** The same histories every time: a run that fails is a run that can be repeated. */
const repeatable = { seed: 20_261_126, endOnFailure: true, numRuns: 20 };

/** Few workloads, so that each has a history: two services or organizations, backups of both kinds, restores. */
const KINDS: Readonly<Record<ProductName, readonly Partial<SimulatedJob>[]>> = {
  'google-workspace': [1, 1, 2].flatMap((type) => [1, 2].flatMap((dataSource) => [{ type, service: 1, dataSource }, { type, service: 64, dataSource }])),
  'iaas-paas': [{ type: 1 }, { type: 1 }, { type: 2 }, { type: 20_018 }, { type: 128 }, { type: 64 }],
  'microsoft-365': [1, 1, 2].flatMap((type) => [{ type, service: 1 }, { type, service: 4 }]),
  salesforce: [1, 1, 2, 3, 20].flatMap((type) => [{ type, organizationId: 'one' }, { type, organizationId: 'two' }]),
  'dynamics-365': [1, 1, 2, 16].flatMap((type) => [{ type, organizationId: 'one' }, { type, organizationId: 'two' }]),
};
const ENDLESS = ['QUEUED', 'RUNNING', 'PAUSED'];
const UNKNOWN_STATUS = 77;

/** Any status, also one that nobody knows; some jobs without a start, an end, or both. */
function jobOf({ product, statuses }: Seat): fc.Arbitrary<Partial<SimulatedJob>> {
  const codes = [...Object.keys(statuses).map(Number), ...Object.entries(statuses).flatMap(([code, status]) => (['SUCCEEDED', 'FAILED'].includes(status) ? [Number(code), Number(code), Number(code)] : [])), UNKNOWN_STATUS];
  return fc
    .record({
      kind: fc.constantFrom(...KINDS[product]),
      status: fc.constantFrom(...codes),
      minutesAgo: fc.integer({ min: 1, max: LOOK_BACK_DAYS * 24 * 6 + 200 }).map((tens) => tens * 10 + 5),
      minutes: fc.constantFrom(5, 60, 60, 20 * 60, 46 * 60),
      lacks: fc.constantFrom(...Array<string>(12).fill(''), 'start', 'end', 'both'),
      successful: fc.constantFrom(0, 3, 3, null),
    })
    .map(({ kind, status, minutesAgo, minutes, lacks, successful }) => {
      const startedAt = now - minutesAgo * 60_000;
      const finishedAt = ENDLESS.includes(statuses[status] ?? '') ? null : Math.min(now - 1000, startedAt + minutes * 60_000);
      return {
        ...kind,
        status,
        startedAt: ['start', 'both'].includes(lacks) ? null : startedAt,
        finishedAt: ['end', 'both'].includes(lacks) ? null : finishedAt,
        counts: successful === null ? null : { total: 4, successful, failed: 0, skipped: 0 },
      };
    });
}

const jobsOf = (seat: Seat, minLength: number, maxLength: number): fc.Arbitrary<Partial<SimulatedJob>[]> => fc.array(jobOf(seat), { minLength, maxLength, size: 'max' }).map((jobs) => jobs.map((job, index) => ({ ...job, jobId: `FB2026112600${String(1000 + index)}` })));
const storiesOf = (lengthsOf: (seat: Seat) => readonly [least: number, most: number]): fc.Arbitrary<Record<ProductName, Partial<SimulatedJob>[]>> =>
  fc.tuple(...currentSeats.map((seat) => jobsOf(seat, ...lengthsOf(seat)))).map((all) => Object.fromEntries(currentSeats.map(({ product }, index) => [product, all[index]])) as Record<ProductName, Partial<SimulatedJob>[]>);
const stories = storiesOf(() => [15, 70]);

/** What can be expected: the last of each has never run. */
const NAMES: Readonly<Record<ProductName, { readonly field: string; readonly codes: Readonly<Record<string, string>> }>> = {
  'google-workspace': { field: 'services', codes: { GMAIL: '1', SHARED_DRIVES: '64', CHAT: '4096' } },
  'iaas-paas': { field: 'services', codes: { AZURE_VM: '1', ENTRA_ID: '2', AMAZON_S3: '26000' } },
  'microsoft-365': { field: 'services', codes: { EXCHANGE_ONLINE: '1', MICROSOFT_365_GROUPS: '4', TEAMS: '7' } },
  salesforce: { field: 'organizations', codes: { one: 'one', two: 'two', three: 'three' } },
  'dynamics-365': { field: 'organizations', codes: { one: 'one', two: 'two', three: 'three' } },
};
const AUDITED = ['salesforce', 'dynamics-365'];

interface Expected {
  readonly key: string;
  readonly operation: string;
  readonly everyHours: number;
  readonly staleHours: number | null;
  readonly entry: Entry;
}

/** Also longer than what is looked at. */
const staleHours = fc.constantFrom(null, 3, 50, 300);
const expectable = currentSeats.flatMap(({ product, sourceId }) =>
  ['BACKUP', 'RESTORE', ...(AUDITED.includes(product) ? ['OTHER'] : [])].flatMap((operation) => Object.entries(NAMES[product].codes).map(([name, code]) => ({ key: keyOf(sourceId, operation, code), operation, entry: { product, operation, [NAMES[product].field]: [name] } }))),
);
const expectations: fc.Arbitrary<readonly Expected[]> = fc
  .tuple(fc.subarray(expectable, { minLength: 15 }), fc.array(fc.tuple(fc.constantFrom(2, 24, 150, 220), staleHours), { minLength: 8, maxLength: 8 }))
  .map(([chosen, times]) =>
    chosen.map(({ entry, ...one }, index): Expected => {
      const [everyHours, stale] = times[index % times.length] as (typeof times)[number];
      return { ...one, everyHours, staleHours: stale, entry: { ...entry, every: `PT${everyHours}H`, ...(stale !== null && { staleAfter: `PT${stale}H` }) } };
    }),
  );

/** What is asked, and what the tenants file says. */
interface Question {
  readonly args: BoardArguments;
  readonly argumentHours: number | null;
  readonly tenantHours: number | null;
  readonly expected: readonly Expected[];
}

const questions: fc.Arbitrary<Question> = fc
  .record({
    operations: fc.constantFrom(['BACKUP'], ['BACKUP', 'RESTORE'], ['OTHER'], ['RESTORE', 'OTHER', 'RETENTION']),
    partial: fc.boolean(),
    objects: fc.boolean(),
    argumentHours: fc.constantFrom(null, null, null, 3, 26, 100),
    tenantHours: staleHours,
    expected: expectations,
    orderBy: fc.constantFrom('BY_SOURCE', 'WORST_FIRST'),
  })
  .map(({ operations, argumentHours, tenantHours, expected, ...args }) => ({
    args: { ...args, lookBack: `P${LOOK_BACK_DAYS}D`, ...(argumentHours !== null && { staleAfter: `PT${argumentHours}H` }), filter: { operations }, first: 500, groups: true, groupBy: ['SOURCE'] },
    ...{ argumentHours, tenantHours, expected },
  }));

/** The expected ones that are asked for, by their keys. */
function expectedIn({ args, expected }: Question): ReadonlyMap<string, Expected> {
  const { operations } = args.filter as { readonly operations: readonly string[] };
  return new Map(expected.filter(({ operation }) => operations.includes(operation)).map((one) => [one.key, one]));
}

function truthIn(world: TenantsWorld, question: Question): ReadonlyMap<string, Truth> {
  const { args, argumentHours, tenantHours } = question;
  const simulator = world.simulatorOf('default');
  const from = now - LOOK_BACK_DAYS * dayMs;
  const expected = expectedIn(question);
  const { operations } = args.filter as { readonly operations: readonly string[] };
  const keyed = currentSeats.flatMap((seat) => simulator.records(seat.product).map((job) => ({ job, ...rowOf(job, seat), key: keyOf(seat.sourceId, rowOf(job, seat).operation, rowOf(job, seat).code) })));
  const asked = keyed.filter(({ job, operation }) => isTold(job) && operations.includes(operation) && isIn(job, from));
  const keys = new Set([...asked.map(({ key }) => key), ...expected.keys()]);
  return new Map(
    [...keys].map((key) => {
      const own = expected.get(key);
      const staleAfterMs = (argumentHours ?? own?.staleHours ?? tenantHours ?? 26) * hourMs;
      return [key, truthOf(asked.filter((one) => one.key === key).map(({ job }) => job), now, { ...args, staleAfterMs, from, ...(own !== undefined && { everyHours: own.everyHours }) })];
    }),
  );
}

type AskBoard = (args: BoardArguments) => ReturnType<typeof askForBoard>;

/** A server of one tenant, of which the file says this. */
async function withTenant({ tenantHours, expected }: Question, simulator: TenantOptions['simulator'], switches: SwitchChanges, environment: Readonly<Record<string, string>>, use: (world: TenantsWorld, ask: AskBoard) => Promise<void>): Promise<void> {
  const entry: Entry = { expected: expected.map((one) => one.entry), ...(tenantHours !== null && { staleAfter: `PT${tenantHours}H` }) };
  const world = await startTenants({ tenants: { default: { simulator: { now: () => now, ...simulator }, entry } }, environment: { LIMIT_COST_PER_MINUTE: '1000000', ...environment } });
  world.simulatorOf('default').set(switches);
  try {
    await use(world, (args) => askForBoard({ query: (document, variables) => post(world.url, document, variables) }, args));
  } finally {
    await world.close();
  }
}

const idOf = (run: { readonly jobId: string } | null): string | null => run?.jobId ?? null;

/** Nothing that is said may be other than it is. */
function expectHonest(row: Row, truth: Truth): void {
  const said: unknown[] = [];
  const held: unknown[] = [];
  const say = (what: string, value: unknown, true_: unknown): void => {
    said.push([what, value]);
    held.push([what, true_]);
  };
  if (row.isStale !== null) say('isStale', row.isStale, truth.isStale);
  if (row.isLate !== null && truth.isLate !== undefined) say('isLate', row.isLate, truth.isLate);
  say('basis', row.expectation?.basis === 'CONFIGURATION', truth.isLate !== undefined);
  if (row.successEvidence === 'NONE') say('NONE', 'NONE', truth.successEvidence);
  if (row.consecutiveFailuresPrecision === 'EXACT') say('failures', row.consecutiveFailures, truth.consecutiveFailures);
  if (row.consecutiveFailures !== null) say('failures at least', true, row.consecutiveFailures <= truth.consecutiveFailures);
  if (row.runs !== null) say('runs', row.runs, truth.runs);
  if (row.searchedFrom !== null) {
    if (row.latestSuccess !== null) {
      say('latestSuccess', idOf(row.latestSuccess), truth.latestSuccess);
      say('latestEnded', idOf(row.latestEnded), truth.latestEnded);
    }
    // What is expected may have run before what was read.
    if (row.latest !== null || row.runs !== null) say('latest', idOf(row.latest), truth.latest);
  }
  if (row.state === 'OK') say('OK', 'no worse', truth.isStale === false && truth.result !== 'FAILED' && truth.result !== 'PARTIAL' ? 'no worse' : truth);
  if (row.state === 'LATE' && truth.isLate !== undefined) say('LATE', true, truth.isLate);
  if (row.state === 'STALE') say('STALE', true, truth.isStale);
  expect([keyOfRow(row), ...said]).toEqual([keyOfRow(row), ...held]);
}

/** What was read in full is told in full; how many runs there are may be left open. */
function expectWhole(row: Row, truth: Truth): void {
  const { latest, latestEnded, latestSuccess, successEvidence, consecutiveFailures, isStale, isLate, runs } = row;
  const seen = { latest: idOf(latest), latestEnded: idOf(latestEnded), latestSuccess: idOf(latestSuccess), result: latestEnded?.status ?? null, successEvidence, consecutiveFailures, isStale, runs, ...(truth.isLate !== undefined && { isLate }) };
  expect([keyOfRow(row), seen]).toEqual([keyOfRow(row), { ...truth, ...(runs === null && { runs }) }]);
}

function expectGroups({ groups = [], nodes }: Board): void {
  for (const { key, total, failing, stale, late, partial, unknown, ok, compliant, breached, undecided, silentSources } of groups) {
    const own = nodes.filter(({ source }) => source.id === key.source?.id);
    expect([total, failing + stale + late + partial + unknown + ok, compliant + breached + undecided]).toEqual([own.length, total, total]);
    expect([failing, ok, undecided]).toEqual([own.filter(({ state }) => state === 'FAILING').length, own.filter(({ state }) => state === 'OK').length, own.filter(({ isStale }) => isStale === null).length]);
    // What is expected of it.
    if (silentSources > 0) for (const { state, latest, expectation } of own) expect([state, latest, expectation?.basis]).toEqual(['UNKNOWN', null, 'CONFIGURATION']);
  }
}

/** What upstreams do that changes nothing: of Microsoft 365 the type is known by what is asked for alone. */
const oddities = fc.tuple(fc.constantFrom(...currentSeats.map(({ product }) => product)), fc.constantFrom({}, { order: 'shuffled' as const }, { overlap: 1, duplicateRows: 1 }, { ignoredFilters: ['type'] }, { ignoredFilters: ['window'] })).map(([product, odd]): SwitchChanges => ({ [product]: product === 'microsoft-365' && 'ignoredFilters' in odd ? {} : odd }));

const pageSizes = fc.constantFrom('4', '7', '20', '100');

/** Of what was read in full. */
async function expectAllTold(world: TenantsWorld, ask: AskBoard, question: Question): Promise<Board> {
  const { data, errors } = await ask(question.args);
  expect(errors).toBeUndefined();
  const board = data?.board as Board;
  const truth = truthIn(world, question);
  expect(board.isComplete).toBe(true);
  expect(board.nodes.map(keyOfRow).sort()).toEqual([...truth.keys()].sort());
  for (const row of board.nodes) {
    expectWhole(row, truth.get(keyOfRow(row)) as Truth);
    expectHonest(row, truth.get(keyOfRow(row)) as Truth);
  }
  expectGroups(board);
  return board;
}

/** Of what was read in part. */
async function expectNothingFalse(world: TenantsWorld, ask: AskBoard, question: Question): Promise<void> {
  const { data, errors } = await ask(question.args);
  const board = data?.board as Board;
  const truth = truthIn(world, question);
  for (const row of board.nodes) expectHonest(row, truth.get(keyOfRow(row)) ?? expect.fail(`${keyOfRow(row)} is no workload`));
  expectGroups(board);
  const failed = board.sources.filter(({ outcome }) => outcome === 'FAILED' || outcome === 'PARTIAL').map(({ source }) => source.id);
  expect([...new Set((errors ?? []).map(({ extensions }) => extensions['source']))].sort()).toEqual([...failed].sort());
  if (failed.length > 0) expect(board.isComplete).toBe(false);
  const isAnswered = (key: string): boolean => !failed.includes((JSON.parse(key) as [string])[0]);
  expect(board.nodes.map(keyOfRow).filter(isAnswered).sort()).toEqual([...truth.keys()].filter(isAnswered).sort());
  expect(board.nodes.map(keyOfRow)).toEqual(expect.arrayContaining([...expectedIn(question).keys()]));
}

test('W1 to W13: of histories read in full, all that is said holds, and all is said', { timeout: 200_000 }, () =>
  fc.assert(
    fc.asyncProperty(stories, questions, pageSizes, oddities, (jobs, question, pageSize, switches) =>
      withTenant(question, { jobs }, switches, { AVEPOINT_PAGE_SIZE: pageSize, AVEPOINT_SCAN_BUDGET: '1000' }, async (world, ask) => void (await expectAllTold(world, ask, question))),
    ),
    repeatable,
  ),
);

const troubles = fc.record({ budget: fc.constantFrom('4', '12', '25', '40'), failing: fc.constantFrom(...currentSeats.map(({ product }) => product)), after: fc.constantFrom(0, 1, 2, 4, 1000) });

test('W2, W6 to W13: of histories read in part, nothing that is said is other than it is', { timeout: 200_000 }, () =>
  fc.assert(
    fc.asyncProperty(stories, questions, pageSizes, troubles, (jobs, question, pageSize, { budget, failing, after }) =>
      withTenant(question, { jobs }, { [failing]: { fault: { kind: 'status', status: 403, after } } }, { AVEPOINT_PAGE_SIZE: pageSize, AVEPOINT_SCAN_BUDGET: budget }, (world, ask) => expectNothingFalse(world, ask, question)),
    ),
    repeatable,
  ),
);

/** What an upstream may make of pages larger than the configured ones, which themselves always come whole. */
const limits = fc.tuple(fc.constantFrom(8, 13, 21, 31), fc.constantFrom(400, 500)).chain(([most, status]) =>
  fc.constantFrom<SwitchChanges[ProductName]>(
    ...[{}, {}, { order: 'shuffled' as const }, { overlap: 1, duplicateRows: 1 }, { fourfoldEvery: 3 }, { emptyPages: 1 }, { totalSkew: 9 }, { nextLink: 'absent' as const }],
    ...[{}, { nextLink: 'absent' as const }, { total: 'absent' as const }, { total: 'absent' as const, nextLink: 'absent' as const }, { totalSkew: 9 }].map((odd) => ({ ...odd, maxPageSize: most })),
    { tooLarge: { above: most, status } },
  ),
);

describe('long histories that are read to their ends, in larger pages where the upstream gives them', () => {
  const WHOLE: readonly ProductName[] = ['google-workspace', 'salesforce', 'dynamics-365'];
  const long = storiesOf(({ product }) => (WHOLE.includes(product) ? [120, 200] : [0, 0]));
  const oddWorlds = fc.tuple(...WHOLE.map(() => limits)).map((all): SwitchChanges => Object.fromEntries(WHOLE.map((product, index) => [product, all[index]])));
  const sizes = fc.constantFrom('5', '8');

  test('read in full', { timeout: 200_000 }, async () => {
    let larger = 0;
    await fc.assert(
      fc.asyncProperty(long, questions, sizes, oddWorlds, (jobs, question, pageSize, switches) =>
        withTenant(question, { jobs }, switches, { AVEPOINT_PAGE_SIZE: pageSize, AVEPOINT_SCAN_BUDGET: '1000' }, async (world, ask) => {
          await expectAllTold(world, ask, question);
          larger += world.simulatorOf('default').calls.filter(({ query, status }) => status === 200 && Number(query['pageSize']) > Number(pageSize)).length;
        }),
      ),
      repeatable,
    );
    expect(larger).toBeGreaterThan(50);
  });

  test('read in part', { timeout: 200_000 }, () =>
    fc.assert(
      fc.asyncProperty(long, questions, sizes, oddWorlds, troubles, (jobs, question, pageSize, switches, { budget, failing, after }) =>
        withTenant(question, { jobs }, { ...switches, [failing]: { ...switches[failing], fault: { kind: 'status', status: 403, after } } }, { AVEPOINT_PAGE_SIZE: pageSize, AVEPOINT_SCAN_BUDGET: budget }, (world, ask) => expectNothingFalse(world, ask, question)),
      ),
      repeatable,
    ),
  );
});

describe('long histories, where streams of one workload are not read to their ends, and types are asked one by one', () => {
  const long = storiesOf(({ product }) => (['iaas-paas', 'microsoft-365'].includes(product) ? [180, 260] : [0, 0]));
  const sizes = fc.constantFrom('5', '8');

  test('read as far as is needed', { timeout: 200_000 }, async () => {
    let stopped = 0;
    await fc.assert(
      fc.asyncProperty(long, questions, sizes, (jobs, question, pageSize) =>
        withTenant(question, { jobs }, {}, { AVEPOINT_PAGE_SIZE: pageSize, AVEPOINT_SCAN_BUDGET: '1000' }, async (world, ask) => {
          const { nodes } = await expectAllTold(world, ask, question);
          stopped += nodes.filter(({ runs }) => runs === null).length;
        }),
      ),
      repeatable,
    );
    expect(stopped).toBeGreaterThan(5);
  });

  test('read in part', { timeout: 200_000 }, () =>
    fc.assert(
      fc.asyncProperty(long, questions, sizes, troubles, (jobs, question, pageSize, { budget, failing, after }) =>
        withTenant(question, { jobs }, { [failing]: { fault: { kind: 'status', status: 403, after } } }, { AVEPOINT_PAGE_SIZE: pageSize, AVEPOINT_SCAN_BUDGET: budget }, (world, ask) => expectNothingFalse(world, ask, question)),
      ),
      repeatable,
    ),
  );
});
