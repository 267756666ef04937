import { serve, type Served } from './served.js';
import { benchReading } from './reading.js';
import { printTargets, type Target } from './targets.js';

const DAYS = 36;
/** What the calculations are of: five streams. */
const PRODUCTS = ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce'];
const ALL: Readonly<Record<string, string>> = { AVEPOINT_PRODUCTS: PRODUCTS.join(','), AVEPOINT_SCAN_BUDGET: '1000' };
const BY_START = Object.fromEntries(PRODUCTS.map((product) => [`AVEPOINT_${product.toUpperCase().replaceAll('-', '_')}_TIME_FILTER`, 'start']));

/** Jobs a day and product. */
const LOADS = { quiet: 22, busy: 500 } as const;
type Load = keyof typeof LOADS;

interface Case {
  readonly what: string;
  readonly period: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** ⌈jobs a day · (days + what the time filter adds) ÷ page⌉ a stream, and one more where no total says that a full page is the last. Nothing comes of days ahead, which are asked for too. */
  readonly calculated: Readonly<Record<Load, number>>;
}

const cases: readonly Case[] = [
  { what: 'last 24 h by end, filter unknown', period: 'last: "PT24H"', calculated: { quiet: 8, busy: 111 } },
  { what: 'last 7 d by end, filter unknown', period: 'last: "P7D"', calculated: { quiet: 13, busy: 231 } },
  { what: 'last 7 d by end, filter start', period: 'last: "P7D"', environment: BY_START, calculated: { quiet: 11, busy: 191 } },
  { what: 'last 7 d by start, filter start', period: 'last: "P7D", by: STARTED_AT', environment: BY_START, calculated: { quiet: 9, busy: 151 } },
  { what: 'last 30 d by end, filter unknown', period: 'last: "P30D"', calculated: { quiet: 32, busy: 690 } },
  { what: 'the same, 1000 jobs a page', period: 'last: "P30D"', environment: { AVEPOINT_PAGE_SIZE: '1000' }, calculated: { quiet: 5, busy: 71 } },
];

const spans: Readonly<Record<string, string>> = { '24 h': 'PT24H', '7 d': 'P7D', '30 d': 'P30D' };
/** Each with the streams of Microsoft 365 and the call for their total. */
const groupings: Readonly<Record<string, { readonly groupBy: string; readonly streams: string }>> = {
  operation: { groupBy: 'OPERATION', streams: '5 + 1' },
  workload: { groupBy: 'WORKLOAD', streams: '12 + 1' },
  'operation and workload': { groupBy: 'OPERATION, WORKLOAD', streams: '17 + 1' },
};

interface Question {
  readonly query: string;
  /** What there is to read, in days. */
  readonly days?: number;
  /** For a quiet tenant, by the calculations. */
  readonly calculated: string;
  readonly atMost?: number;
}

const questions: Readonly<Record<string, Question>> = {
  'the 50 failures that ended last, 24 h': {
    query: '{ jobs(first: 50, filter: { statuses: [FAILED, PARTIAL] }, window: { last: "PT24H", by: FINISHED_AT }, orderBy: FINISHED_AT_DESC) { nodes { jobId } pageInfo { endCursor } } }',
    calculated: 'a page a stream',
  },
  'failures by cause, 7 d': { query: '{ jobFailureDigest { jobs causes { text jobs } } }', calculated: '12' },
  'the longest jobs, 7 d': { query: '{ longestJobs { nodes { jobId } } }', calculated: '13' },
  'unusual lengths, against 30 d': { query: '{ unusualJobs { unjudged nodes { ratio } } }', calculated: 'about 50', atMost: 50 },
  'the board of backups, 7 d': { query: '{ jobWorkloads(orderBy: WORST_FIRST) { nodes { state } } }', calculated: 'about 25', atMost: 35 },
  'restores of a year': { query: '{ jobWorkloads(lookBack: "P365D", filter: { operations: [RESTORE] }) { nodes { state } } }', days: 366, calculated: '6 + 18 + 13 + 3', atMost: 45 },
};

/** What it costs to count: upstream calls, and of a long reading processor time, memory and pauses. */
export async function benchCounts(): Promise<void> {
  const rows: Record<string, Record<string, number | string>> = {};
  for (const { what, period, environment = {}, calculated } of cases) {
    rows[what] = {};
    for (const load of Object.keys(LOADS) as Load[]) rows[what] = { ...rows[what], [load]: await callsOf(load, environment, countOf(period)), [`${load}, calculated`]: calculated[load] };
  }
  console.log(`\nUpstream calls to count all jobs of four products, 100 a page unless said: quiet ${LOADS.quiet}, busy ${LOADS.busy} jobs a day and product`);
  console.table(rows);

  const grouped: Record<string, Record<string, number | string>> = {};
  for (const [name, { groupBy, streams }] of Object.entries(groupings)) {
    for (const [span, last] of Object.entries(spans)) {
      const count = countOf(`last: "${last}"`, groupBy);
      grouped[`by ${name}, ${span}`] = { quiet: await callsOf('quiet', M365, count), busy: await callsOf('busy', M365, count), 'streams, and total': streams };
    }
  }
  console.log('\nThe same for Microsoft 365 alone, told apart by what only its queries tell');
  console.table(grouped);

  const asked: Record<string, Record<string, number | string>> = {};
  const targets: Target[] = [];
  for (const [what, { query, days = DAYS, calculated, atMost }] of Object.entries(questions)) {
    const quiet = await callsOf('quiet', {}, query, days);
    asked[what] = { quiet, calculated };
    if (atMost !== undefined) targets.push({ what: `upstream calls, ${what}`, measured: typeof quiet === 'number' ? quiet : Number.POSITIVE_INFINITY, atMost });
  }
  console.log('\nUpstream calls for other questions to a quiet tenant');
  console.table(asked);
  printTargets(targets);

  console.log('\nTen equal requests at once, last 7 d, with pages kept as by default: upstream calls beside those of one');
  console.table({ quiet: await atOnce('quiet'), busy: await atOnce('busy') });
  await benchReading();
}

const M365: Readonly<Record<string, string>> = { AVEPOINT_PRODUCTS: 'microsoft-365' };

function countOf(period: string, groupBy = ''): string {
  return `{ jobStats(period: { ${period} }, groupBy: [${groupBy}]) { total { precision counts { total } } } }`;
}

function serveLoad(load: Load, environment: Readonly<Record<string, string>>, days = DAYS): Promise<Served> {
  return serve({ jobsPerProduct: LOADS[load] * days, days }, { ...ALL, ...environment });
}

/** With a mark where the time of an operation was over before all was read. */
async function callsOf(load: Load, environment: Readonly<Record<string, string>>, query: string, days = DAYS): Promise<number | string> {
  const served = await serveLoad(load, environment, days);
  const { errors } = await served.ask(query);
  const calls = served.simulator.calls.length;
  await served.stop();
  return errors === undefined ? calls : `${calls}, and not to the end`;
}

async function atOnce(load: Load): Promise<Readonly<Record<string, number | string>>> {
  const query = countOf('last: "P7D"');
  const kept = { PAGE_MEMORY_SECONDS: '15', PAGE_MEMORY_MB: '24' };
  const one = await callsOf(load, kept, query);
  const served = await serveLoad(load, kept);
  await Promise.all(Array.from({ length: 10 }, () => served.ask(query)));
  const ten = served.simulator.calls.length;
  await served.stop();
  return { one, ten };
}
