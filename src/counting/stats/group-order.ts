import type { JobStatsDimension, JobStatsOrder } from '../../generated/types.js';
import type { Source } from '../../sources/source.js';
import type { GroupKey } from '../group-key.js';
import { isTold, textOf } from '../told.js';

/** What groups are ordered by. */
export interface Ranked {
  readonly key: GroupKey;
  readonly isUnknown: boolean;
  readonly jobs: number;
  readonly failed: number;
  /** Null where there is none. */
  readonly successRate: number | null;
}

/** In which order values stand. */
export interface Orders {
  /** As configured. */
  readonly sources: readonly Source[];
  readonly products: readonly string[];
  readonly operations: readonly string[];
}

type Compare<T> = (a: T, b: T) => number;

/** Whatever the order, ties are by key. */
export function compareGroups(orderBy: JobStatsOrder, dimensions: readonly JobStatsDimension[], orders: Orders): Compare<Ranked> {
  const byKey = compareKeys(dimensions, orders);
  const first = FIRST[orderBy];
  return (a, b) => first(a, b) || byKey(a.key, b.key);
}

const FIRST: Readonly<Record<JobStatsOrder, Compare<Ranked>>> = {
  BY_KEY: () => 0,
  // Nothing worse can be excluded than what is not known.
  FAILED_DESC: (a, b) => Number(b.isUnknown) - Number(a.isUnknown) || b.failed - a.failed,
  TOTAL_DESC: (a, b) => Number(b.isUnknown) - Number(a.isUnknown) || b.jobs - a.jobs,
  SUCCESS_RATE_ASC: (a, b) => (a.successRate ?? Infinity) - (b.successRate ?? Infinity) || 0,
};

function compareKeys(dimensions: readonly JobStatsDimension[], orders: Orders): Compare<GroupKey> {
  const parts = [...dimensions.map((dimension) => compareBy(dimension, dimensions, orders)), comparing(({ product }) => place(product, orders.products))];
  return (a, b) => parts.reduce((order, compare) => order || compare(a, b), 0);
}

/** Null comes last. */
function compareBy(dimension: JobStatsDimension, dimensions: readonly JobStatsDimension[], { sources, products, operations }: Orders): Compare<GroupKey> {
  if (dimension === 'TENANT') return comparing(({ tenant }) => sources.findIndex(({ node }) => node.tenant === tenant));
  if (dimension === 'SOURCE') return comparing(({ source }) => sources.findIndex(({ id }) => id === source?.id));
  if (dimension === 'PRODUCT') return comparing(({ product }) => place(product, products));
  if (!isTold(dimension)) return comparing(({ stretch }) => stretch?.start ?? 0);
  const index = dimensions.filter(isTold).indexOf(dimension);
  if (dimension === 'OPERATION') return comparing(({ told }) => place(told[index] ?? null, operations));
  return compareTexts(({ told }) => (told[index] === null ? null : textOf(told[index] ?? null)));
}

function place(value: unknown, order: readonly string[]): number {
  const index = order.indexOf(value as string);
  return index === -1 ? order.length : index;
}

function comparing(read: (key: GroupKey) => number): Compare<GroupKey> {
  return (a, b) => read(a) - read(b);
}

function compareTexts(read: (key: GroupKey) => string | null): Compare<GroupKey> {
  return (a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  };
}
