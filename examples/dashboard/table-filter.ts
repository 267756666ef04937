import type { BackupProduct, JobFilter, JobOperation, JobOrder, JobStatus, JobWindowBasis, JobWindowInput } from './generated/graphql';
import type { TenantFilter } from './tenant-choice';
import { operations, products, statuses } from './words';

export const periods = {
  'started-30d': { name: 'Started in the last 30 days', last: 'P30D', by: 'STARTED_AT' },
  'started-7d': { name: 'Started in the last 7 days', last: 'P7D', by: 'STARTED_AT' },
  'started-24h': { name: 'Started in the last 24 hours', last: 'PT24H', by: 'STARTED_AT' },
  'ended-30d': { name: 'Ended in the last 30 days', last: 'P30D', by: 'FINISHED_AT' },
  'ended-7d': { name: 'Ended in the last 7 days', last: 'P7D', by: 'FINISHED_AT' },
  'ended-24h': { name: 'Ended in the last 24 hours', last: 'PT24H', by: 'FINISHED_AT' },
} as const satisfies Record<string, { name: string; last: string; by: JobWindowBasis }>;

export type Period = keyof typeof periods;

/** Which jobs the table shows; an empty list restricts nothing. */
export interface TableFilter {
  readonly products: readonly BackupProduct[];
  readonly statuses: readonly JobStatus[];
  readonly operation: JobOperation | null;
  /** By its id. */
  readonly source: string | null;
  readonly period: Period;
  readonly search: string;
}

export const wholeTable: TableFilter = { products: [], statuses: [], operation: null, source: null, period: 'started-30d', search: '' };

/** Values that this page does not know are as if they were not there. */
export function readFilter(params: URLSearchParams): TableFilter {
  const period = params.get('period') ?? '';
  return {
    products: products.filter((product) => params.getAll('product').includes(product)),
    statuses: statuses.filter((status) => params.getAll('status').includes(status)),
    operation: operations.find((operation) => operation === params.get('operation')) ?? null,
    source: params.get('source'),
    period: isPeriod(period) ? period : wholeTable.period,
    search: params.get('search') ?? '',
  };
}

export function writeFilter(filter: TableFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const product of filter.products) params.append('product', product);
  for (const status of filter.statuses) params.append('status', status);
  if (filter.operation !== null) params.set('operation', filter.operation);
  if (filter.source !== null) params.set('source', filter.source);
  if (filter.period !== wholeTable.period) params.set('period', filter.period);
  if (filter.search !== '') params.set('search', filter.search);
  return params;
}

export function queryOf(filter: TableFilter, tenants: TenantFilter = {}): { readonly filter: JobFilter; readonly window: JobWindowInput; readonly orderBy: JobOrder } {
  const { last, by } = periods[filter.period];
  return {
    filter: {
      ...tenants,
      ...(filter.products.length > 0 && { products: filter.products }),
      ...(filter.statuses.length > 0 && { statuses: filter.statuses }),
      ...(filter.operation !== null && { operations: [filter.operation] }),
      ...(filter.source !== null && { sourceIds: [filter.source] }),
      ...(filter.search !== '' && { search: filter.search }),
    },
    window: { last, by },
    orderBy: by === 'FINISHED_AT' ? 'FINISHED_AT_DESC' : 'STARTED_AT_DESC',
  };
}

export function isPeriod(text: string): text is Period {
  return Object.hasOwn(periods, text);
}
