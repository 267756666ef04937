import type { BackupProduct, JobOperation, JobWorkloadFilter, JobWorkloadState } from './generated/graphql';
import type { TenantFilter } from './tenant-choice';
import { operations, products, workloadStates } from './words';

/** How far the board looks back. `days` is what they are held against. */
export const lookBacks = {
  P7D: { name: '7 days', days: 7 },
  P28D: { name: '28 days', days: 28 },
  P90D: { name: '90 days', days: 90 },
  P366D: { name: '366 days', days: 366 },
} as const;

/** After how long without a success a workload is stale; without one of these the server says. */
export const staleAfters = {
  PT26H: { name: '26 hours', days: 26 / 24 },
  P3D: { name: '3 days', days: 3 },
  P7D: { name: '7 days', days: 7 },
  P30D: { name: '30 days', days: 30 },
  P365D: { name: '365 days', days: 365 },
} as const;

export type LookBack = keyof typeof lookBacks;
export type StaleAfter = keyof typeof staleAfters;

/** Which workloads the board shows; an empty list restricts nothing. */
export interface BoardFilter {
  readonly states: readonly JobWorkloadState[];
  readonly products: readonly BackupProduct[];
  /** By its id. */
  readonly source: string | null;
  readonly operation: JobOperation;
  readonly isStale: boolean | null;
  readonly lookBack: LookBack;
  /** Null: as the server is configured. */
  readonly staleAfter: StaleAfter | null;
  /** In names and codes of workloads. */
  readonly search: string;
}

export const wholeBoard: BoardFilter = { states: [], products: [], source: null, operation: 'BACKUP', isStale: null, lookBack: 'P7D', staleAfter: null, search: '' };

/** What the API takes; it cannot tell UNKNOWN. */
export const boardOperations = operations.filter((operation) => operation !== 'UNKNOWN');

const staleWords = { yes: true, no: false } as const;

/** What cannot be is as if it were not there: a value that this page does not know, or a time that is not looked back. */
export function readBoardFilter(params: URLSearchParams): BoardFilter {
  const lookBack = pick(params.get('lookBack'), lookBacks) ?? wholeBoard.lookBack;
  const staleAfter = pick(params.get('staleAfter'), staleAfters);
  const stale = pick(params.get('stale'), staleWords);
  return {
    states: workloadStates.filter((state) => params.getAll('state').includes(state)),
    products: products.filter((product) => params.getAll('product').includes(product)),
    source: params.get('source'),
    operation: boardOperations.find((operation) => operation === params.get('operation')) ?? wholeBoard.operation,
    isStale: stale === null ? null : staleWords[stale],
    lookBack,
    staleAfter: staleAfter !== null && canBeSeen(staleAfter, lookBack) ? staleAfter : null,
    search: params.get('search') ?? '',
  };
}

export function writeBoardFilter(filter: BoardFilter): URLSearchParams {
  const params = new URLSearchParams({ view: 'board' });
  for (const state of filter.states) params.append('state', state);
  for (const product of filter.products) params.append('product', product);
  if (filter.source !== null) params.set('source', filter.source);
  if (filter.operation !== wholeBoard.operation) params.set('operation', filter.operation);
  if (filter.isStale !== null) params.set('stale', filter.isStale ? 'yes' : 'no');
  if (filter.lookBack !== wholeBoard.lookBack) params.set('lookBack', filter.lookBack);
  if (filter.staleAfter !== null) params.set('staleAfter', filter.staleAfter);
  if (filter.search !== '') params.set('search', filter.search);
  return params;
}

export interface BoardQuestion {
  readonly filter: JobWorkloadFilter;
  readonly lookBack: LookBack;
  readonly staleAfter: StaleAfter | null;
  readonly first: number;
}

const PAGE = 100;
/** As many as the API takes: it knows no names to search for, so that this page searches what it has. */
const SEARCHED_PAGE = 500;

export function boardQuestionOf(filter: BoardFilter, tenants: TenantFilter = {}): BoardQuestion {
  return {
    filter: {
      operations: [filter.operation],
      ...tenants,
      ...(filter.states.length > 0 && { states: filter.states }),
      ...(filter.products.length > 0 && { products: filter.products }),
      ...(filter.source !== null && { sourceIds: [filter.source] }),
      ...(filter.isStale !== null && { isStale: filter.isStale }),
    },
    lookBack: filter.lookBack,
    staleAfter: filter.staleAfter,
    first: filter.search === '' ? PAGE : SEARCHED_PAGE,
  };
}

/** What is not looked back to cannot be missed. */
export function canBeSeen(staleAfter: StaleAfter, lookBack: LookBack): boolean {
  return staleAfters[staleAfter].days <= lookBacks[lookBack].days;
}

/** One of the keys, by its text. */
export function pick<Key extends string>(text: string | null, choices: Readonly<Record<Key, unknown>>): Key | null {
  return text !== null && Object.hasOwn(choices, text) ? (text as Key) : null;
}
