import type { Stretch } from '../clocks/clock.js';
import type { JobStatsDimension } from '../generated/types.js';
import type { Source } from '../sources/source.js';
import { textOf, type ToldValue } from './told.js';

/** What the jobs of a group agree in; what was not grouped by is null. */
export interface GroupKey {
  readonly tenant: string | null;
  readonly source: Source | null;
  readonly product: Source['node']['product'] | null;
  /** In the order of the dimensions that are told. */
  readonly told: readonly ToldValue[];
  readonly stretch: Stretch | null;
}

export const NO_KEY: GroupKey = { tenant: null, source: null, product: null, told: [], stretch: null };

/** The part of a key that all jobs of a source agree in. Codes of two products are never one value, so they name their product. */
export function keyOfSource(source: Source, dimensions: readonly JobStatsDimension[]): GroupKey {
  const has = (dimension: JobStatsDimension): boolean => dimensions.includes(dimension);
  return {
    tenant: has('TENANT') ? source.node.tenant : null,
    source: has('SOURCE') ? source : null,
    product: has('PRODUCT') || has('TYPE') || has('WORKLOAD') ? source.node.product : null,
    told: [],
    stretch: null,
  };
}

/** Whether jobs of a source can be in a group of this key. */
export function canHave({ tenant, source, product }: GroupKey, { id, node }: Source): boolean {
  return (tenant === null || tenant === node.tenant) && (source === null || source.id === id) && (product === null || product === node.product);
}

/** Tells keys apart. */
export function keyText({ tenant, source, product, told }: GroupKey): string {
  return JSON.stringify([tenant, source?.id, product, told.map((value) => (value === null ? null : textOf(value)))]);
}
