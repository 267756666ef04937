import type { Caller } from './auth/caller.js';
import { mayRead, mayReadEverywhere, textOf, type Rights } from './auth/rights.js';
import type { NoSourceError, SourceError } from './errors.js';
import type { BackupProduct } from './generated/types.js';
import type { CountingContext, Readings } from './counting/context.js';
import type { CountRequest } from './counting/count-request.js';
import type { UnusualRequest } from './counting/lengths/unusual-request.js';
import type { StatsRequest } from './counting/stats/stats-request.js';
import type { WorkloadsRequest } from './counting/workloads/workloads-request.js';
import type { JobsRequest } from './listing/jobs-request.js';
import { createLookUp } from './listing/look-up.js';
import { createBudget, type Budget } from './loaders/budget.js';
import type { Lookbacks } from './loaders/lookbacks.js';
import { createLookupLoader, type LookupLoader } from './loaders/lookups.js';
import type { PageMemory, Room } from './loaders/page-memory.js';
import { createPageLoader, type PageLoader } from './loaders/pages.js';
import { createShares } from './loaders/shares.js';
import { createTurns } from './loaders/turns.js';
import type { CursorSealer } from './paging/cursor.js';
import { products } from './products/index.js';
import type { Patience } from './shared-memory/patience.js';
import type { Source } from './sources/source.js';
import type { StateChange } from './sources/state-changes.js';

/** What a resolver may see of one request. */
export interface Context extends CountingContext {
  readonly caller: Caller;
  readonly log: RequestLog;
  /** Products that the caller lacks a right to. */
  readonly forbidden: ReadonlySet<BackupProduct>;
  readonly lookups: LookupLoader;
  readonly requests: Requests;
  /** Whether messages are shown as upstreams reported them where jobs are counted by cause. */
  readonly hasFailureExamples: boolean;
  /** With the store that replicas share; null where there is none. */
  readonly patience: Patience | null;
  /** What the operation may cost at most. */
  readonly bill: { cost: number; calls: number };
  /** What the fields of `Query` were resolved to, by response key. */
  readonly answers: Map<string | number, unknown>;
  /** What goes into `errors` beside the data. */
  readonly failures: FieldFailure[];
}

/** The arguments of fields that list and count jobs, as they were read, by response key. */
export interface Requests {
  readonly lists: Map<string, JobsRequest>;
  readonly stats: Map<string, StatsRequest>;
  readonly counts: Map<string, CountRequest>;
  readonly unusual: Map<string, UnusualRequest>;
  readonly workloads: Map<string, WorkloadsRequest>;
}

export interface FieldFailure {
  readonly path: readonly (string | number)[];
  /** Null where there was no source to ask. */
  readonly sourceId: string | null;
  readonly error: SourceError | NoSourceError;
}

/** Where the lines of a request go. */
export interface RequestLog {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** What there is to ask. A request keeps what it began with, also where other tenants come meanwhile. */
export interface Reach {
  readonly sources: readonly Source[];
  readonly memory: PageMemory;
  readonly lookbacks: Lookbacks;
}

/** What requests share. */
export interface Shared {
  readonly reach: () => Reach;
  readonly callBudget: number;
  readonly scanBudget: number;
  readonly hasFailureExamples: boolean;
  readonly cursors: CursorSealer;
  /** How long one request waits for the store that replicas share; null where there is none. */
  readonly createPatience: (() => Patience) | null;
}

/** Of lists and readings together. */
export function upstreamCallsOf({ budget, readings }: Pick<Context, 'budget' | 'readings'>): number {
  return budget.spent + readings.budget.spent;
}

/** There is one event loop for all. */
const turns = createTurns();
/** So far; each of a caller without a name has turns of its own. */
let operations = 0;

/** A fresh context; `signal` is asked for where somebody waits: it says that the client has gone away, or that its time is up. */
export function createContext({ reach, callBudget, scanBudget, hasFailureExamples, cursors, createPatience }: Shared, caller: Caller, signal: () => AbortSignal, log: RequestLog): Context {
  const { sources, memory, lookbacks } = reach();
  const budget = createBudget(callBudget, signal);
  const whose = caller.isKnown ? caller.name : (operations += 1);
  // Copies keep the lookback of this moment: what is read meanwhile changes no plan.
  const own = sources.filter(({ node }) => mayRead(caller.rights, node.tenant, products[node.product].name)).map((source) => ({ ...source }));
  const patience = createPatience?.() ?? null;
  const createPages = (from: Budget, room: Room): PageLoader => createPageLoader(memory, from, room, caller.name, signal, (change) => logChange(log, change), patience);
  const pages = createPages(budget, 'whole');
  return {
    now: Date.now(),
    caller,
    log,
    rights: textOf(caller.rights),
    sources: own,
    forbidden: forbiddenProducts(own, caller.rights),
    pages,
    lookups: createLookupLoader(createLookUp(memory, pages)),
    turn: () => turns.take(whose),
    budget,
    readings: createReadings(own, lookbacks, createBudget(scanBudget, signal), createPages),
    patience,
    bill: { cost: 0, calls: 0 },
    cursors,
    streams: new Set(),
    plainStreams: new Set(),
    requests: { lists: new Map(), stats: new Map(), counts: new Map(), unusual: new Map(), workloads: new Map() },
    hasFailureExamples,
    answers: new Map(),
    failures: [],
  };
}

/** Most operations count nothing. */
function createReadings(own: readonly Source[], lookbacks: Lookbacks, budget: Budget, createPages: (budget: Budget, room: Room) => PageLoader): Readings {
  let pages: PageLoader | null = null;
  let sources: readonly Source[] | null = null;
  return {
    pages: () => (pages ??= createPages(budget, 'half')),
    sources: () => (sources ??= own.map((source) => ({ ...source, lookbackMs: lookbacks.of(source) }))),
    budget,
    streams: new Set(),
    plainStreams: new Set(),
    shares: createShares(() => budget.calls - budget.spent),
    jobs: 0,
    outcomes: [],
  };
}

function logChange(log: RequestLog, { sourceId, state, error }: StateChange): void {
  const fields = { source: sourceId, state, ...(error !== null && { code: error.code, httpStatus: error.httpStatus, upstreamRequestId: error.requestId }) };
  if (error === null) log.info(fields, 'the source answers again');
  else log.warn(fields, state === 'UNAVAILABLE' ? 'the source is unavailable' : 'the source fails');
}

/** A product that is there for others, and one that is not there at all, look alike to a caller without a right to all of it. */
function forbiddenProducts(own: readonly Source[], rights: Rights): ReadonlySet<BackupProduct> {
  const isOwn = (product: BackupProduct): boolean => own.some(({ node }) => node.product === product);
  return new Set(Object.values(products).flatMap(({ product, name }) => (isOwn(product) || mayReadEverywhere(rights, name) ? [] : [product])));
}
