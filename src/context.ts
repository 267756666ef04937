import type { Caller } from './auth/caller.js';
import { mayRead, mayReadEverywhere, textOf, type Rights } from './auth/rights.js';
import type { NoSourceError, SourceError } from './errors.js';
import type { BackupProduct } from './generated/types.js';
import type { ListingContext } from './listing/context.js';
import type { JobsRequest } from './listing/jobs-request.js';
import { createLookUp } from './listing/look-up.js';
import { createBudget } from './loaders/budget.js';
import { createLookupLoader, type LookupLoader } from './loaders/lookups.js';
import type { PageMemory } from './loaders/page-memory.js';
import { createPageLoader } from './loaders/pages.js';
import { createTurns } from './loaders/turns.js';
import type { CursorSealer } from './paging/cursor.js';
import { products } from './products/index.js';
import type { Source } from './sources/source.js';
import type { StateChange } from './sources/state-changes.js';

/** What a resolver may see of one request. */
export interface Context extends ListingContext {
  readonly caller: Caller;
  readonly log: RequestLog;
  /** Products that the caller lacks a right to. */
  readonly forbidden: ReadonlySet<BackupProduct>;
  readonly lookups: LookupLoader;
  /** The arguments of fields that list jobs, by response key. */
  readonly requests: Map<string, JobsRequest>;
  /** What the operation may cost at most. */
  readonly bill: { cost: number; calls: number };
  /** What the fields of `Query` were resolved to, by response key. */
  readonly answers: Map<string | number, unknown>;
  /** What goes into `errors` beside the data. */
  readonly failures: FieldFailure[];
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

/** What requests share. */
export interface Shared {
  readonly sources: readonly Source[];
  readonly memory: PageMemory;
  readonly callBudget: number;
  readonly cursors: CursorSealer;
}

/** There is one event loop for all. */
const turns = createTurns();

/** A fresh context; `signal` is asked for where somebody waits: it says that the client has gone away, or that its time is up. */
export function createContext({ sources, memory, callBudget, cursors }: Shared, caller: Caller, signal: () => AbortSignal, log: RequestLog): Context {
  const budget = createBudget(callBudget, signal);
  // Copies keep the lookback of this moment: what is read meanwhile changes no plan.
  const own = sources.filter(({ node }) => mayRead(caller.rights, node.tenant, products[node.product].name)).map((source) => ({ ...source }));
  const pages = createPageLoader(memory, budget, caller.name, signal, (change) => logChange(log, change));
  return {
    now: Date.now(),
    caller,
    log,
    rights: textOf(caller.rights),
    sources: own,
    forbidden: forbiddenProducts(own, caller.rights),
    pages,
    lookups: createLookupLoader(createLookUp(memory, pages)),
    turn: () => turns.take(caller.isKnown ? caller.name : budget),
    budget,
    bill: { cost: 0, calls: 0 },
    cursors,
    streams: new Set(),
    requests: new Map(),
    answers: new Map(),
    failures: [],
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
