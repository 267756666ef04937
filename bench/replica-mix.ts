import { productNames, type Simulator } from '../simulator/index.js';
import { pick, type Random } from '../simulator/random.js';

/** One request of a client; what it answers may lead to the next. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a client does: one request, or a list page by page. */
export interface Task {
  readonly name: string;
  readonly pages: number;
  ask(after: string | null): Asked;
}

interface Kind {
  readonly name: string;
  /** Of a hundred tasks. */
  readonly share: number;
  create(random: Random, simulator: Simulator): Omit<Task, 'name'>;
}

const NODES = 'nodes { id product jobId status operation startedAt finishedAt } pageInfo { hasNextPage endCursor } isComplete';
const FIELDS = productNames.map((name) => `${name.replace(/-(.)/g, (_, first: string) => first.toUpperCase())}Jobs`);
const FILTERS = [
  { statuses: ['FAILED', 'PARTIAL'] },
  { statuses: ['RUNNING'] },
  { operations: ['RESTORE'] },
  { products: ['MICROSOFT_365', 'SALESFORCE'] },
  { products: ['GOOGLE_WORKSPACE'], statuses: ['FAILED'] },
];
const WINDOWS = [
  { last: 'PT24H', by: 'FINISHED_AT' },
  { last: 'P3D', by: 'STARTED_AT' },
  { last: 'P7D', by: 'STARTED_AT' },
  { last: 'P7D', by: 'FINISHED_AT' },
];
const COUNTED = ['PRODUCT', 'OPERATION', 'SOURCE'];
/** Of each product, newest first: people look for what ran lately. */
const LOOKED_UP = 50;
const PAGES_OF_A_WALK = 4;

const list = (field: string, args: string, variables: string): string => `query (${variables}) { page: ${field}(${args}) { ${NODES} } }`;
const JOBS = list('jobs', 'first: 50, filter: $filter, window: $window, after: $after', '$filter: JobFilter, $window: JobWindowInput, $after: String');

/** What a team asks for, a dashboard or two of it over and over. */
export const MIX: readonly Kind[] = [
  { name: 'newest list', share: 30, create: () => once({ query: JOBS, variables: {} }) },
  { name: 'product list', share: 15, create: (random) => once({ query: list(pick(random, FIELDS), 'first: 50, after: $after', '$after: String'), variables: {} }) },
  { name: 'filter', share: 15, create: (random) => once({ query: JOBS, variables: { filter: pick(random, FILTERS) } }) },
  { name: 'window', share: 12, create: (random) => once({ query: JOBS, variables: { window: pick(random, WINDOWS) } }) },
  {
    name: 'walk',
    share: 8,
    create(random) {
      const window = pick(random, WINDOWS);
      return { pages: PAGES_OF_A_WALK, ask: (after) => ({ query: JOBS, variables: { window, after } }) };
    },
  },
  {
    name: 'look-up',
    share: 10,
    create(random, simulator) {
      const { jobId } = pick(random, simulator.records(pick(random, productNames)).slice(0, LOOKED_UP));
      return once({ query: 'query ($jobId: String!) { page: findJobs(jobId: $jobId) { id status } }', variables: { jobId } });
    },
  },
  {
    name: 'count',
    share: 10,
    create: (random) => once({ query: `{ page: jobStats(groupBy: [${pick(random, COUNTED)}], period: { last: "P2D" }) { groups { counts { total } } isComplete } }`, variables: {} }),
  },
];

export function createTask(random: Random, simulator: Simulator): Task {
  let place = random() * MIX.reduce((sum, { share }) => sum + share, 0);
  const kind = MIX.find(({ share }) => (place -= share) < 0) ?? pick(random, MIX);
  return { name: kind.name, ...kind.create(random, simulator) };
}

function once(asked: Asked): Omit<Task, 'name'> {
  return { pages: 1, ask: () => asked };
}
