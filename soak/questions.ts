import { productNames, type ProductName, type SimulatedJob } from '../simulator/index.js';
import { between, pick, type Random } from '../simulator/random.js';

/** A list to walk, and what belongs to it. */
export interface Question {
  readonly field: string;
  readonly filterType: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly window: Readonly<Record<string, string>>;
  readonly first: number;
  /** Whether a job passes the filter; the window is for `isInWindow`. */
  accepts(job: SimulatedJob): boolean;
}

/** As the server resolved it. */
export interface AnsweredWindow {
  readonly from: string | null;
  readonly to: string;
  readonly by: string;
  /** Of windows by end: how long a job may have run without being missed. */
  readonly reach: string | null;
}

const DAY_MS = 86_400_000;
const SIZES = [10, 20, 50, 100];

const FACETS = ['type', 'service', 'status'] as const;

export function createQuestion(random: Random, jobs: readonly SimulatedJob[]): Question {
  const first = pick(random, SIZES);
  const window = createWindow(random);
  if (random() < 0.4) return { ...everyProduct(random), window, first };
  return { ...oneProduct(random, jobs), window, first };
}

type Filtered = Omit<Question, 'window' | 'first'>;

function everyProduct(random: Random): Filtered {
  const products = productNames.filter(() => random() < 0.6);
  const wanted = products.length === 0 ? productNames : products;
  const filter = { products: wanted.map((name) => name.toUpperCase().replaceAll('-', '_')) };
  return { field: 'jobs', filterType: 'JobFilter', filter, accepts: ({ product }) => wanted.includes(product) };
}

/** Up to two codes of one facet, such as jobs have. */
function oneProduct(random: Random, jobs: readonly SimulatedJob[]): Filtered {
  const name = pick(random, productNames);
  const { field, filterType } = namesOf(name);
  const own = jobs.filter(({ product }) => product === name);
  const facet = pick(random, FACETS.filter((one) => own.some((job) => job[one] !== null)));
  // 0 is "all" to some upstreams.
  const codes = [pick(random, own)[facet], pick(random, own)[facet]].filter((code): code is number => (code ?? 0) > 0);
  const unique = [...new Set(codes)];
  if (unique.length === 0 || random() < 0.3) return { field, filterType, filter: {}, accepts: ({ product }) => product === name };
  return {
    field,
    filterType,
    filter: { [`${facet}Codes`]: unique },
    accepts: (job) => job.product === name && unique.includes(job[facet] ?? -1),
  };
}

/** As the schema forms them: `iaasPaasJobs` with an `IaasPaasJobFilter`. */
function namesOf(name: ProductName): Pick<Question, 'field' | 'filterType'> {
  const camelCase = name.replace(/-(.)/g, (_, first: string) => first.toUpperCase());
  return { field: `${camelCase}Jobs`, filterType: `${camelCase.charAt(0).toUpperCase()}${camelCase.slice(1)}JobFilter` };
}

function createWindow(random: Random): Readonly<Record<string, string>> {
  const by = random() < 0.3 ? 'FINISHED_AT' : 'STARTED_AT';
  if (random() < 0.6) return { by, last: `P${between(random, 1, 60)}D` };
  const from = Date.now() - between(random, 2, 85) * DAY_MS - between(random, 0, DAY_MS);
  const to = Math.min(Date.now(), from + between(random, 1, 20) * DAY_MS);
  return { by, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** Jobs without a start are placed by their end; those with neither belong to windows that reach up to now. `isOpen`: no end was asked for. */
export function isInWindow({ startedAt, finishedAt }: SimulatedJob, { from, to, by }: AnsweredWindow, reachesNow: boolean, isOpen: boolean): boolean {
  const instant = by === 'FINISHED_AT' ? finishedAt : (startedAt ?? finishedAt);
  if (instant === null) return by === 'STARTED_AT' && reachesNow;
  return instant >= (from === null ? Number.NEGATIVE_INFINITY : Date.parse(from)) && (isOpen || instant < Date.parse(to));
}
