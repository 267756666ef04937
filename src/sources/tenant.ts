import type { BackupProduct, JobOperation, UpstreamCode } from '../generated/types.js';

/** Whose sources they are, and what the configuration says of them beside how they are reached. */
export interface Tenant {
  /** The first part of its sources' ids. */
  readonly key: string;
  /** For people. */
  readonly displayName: string;
  /** By name. */
  readonly labels: readonly TenantLabel[];
  /** Its ids elsewhere. */
  readonly externalIds: readonly ExternalId[];
  readonly timeZone: string | null;
  /** After how long without a success its workloads are stale, milliseconds; null where nothing is said. */
  readonly staleAfterMs: number | null;
  readonly expected: readonly Expected[];
}

export interface TenantLabel {
  readonly name: string;
  readonly value: string;
}

export interface ExternalId {
  readonly system: string;
  readonly value: string;
}

/** What is to run, and how often. */
export interface Expected {
  readonly product: BackupProduct;
  readonly operation: JobOperation;
  readonly workload: UpstreamCode;
  readonly everyMs: number;
  /** Null where the tenant's own holds. */
  readonly staleAfterMs: number | null;
}

/** A label that a tenant has to have, with any value where none is given. */
export interface WantedLabel {
  readonly name: string;
  readonly value?: string | null;
}

/** Whether a tenant has all of them; an empty list stands for nobody. */
export function hasLabels({ labels }: Tenant, wanted: readonly WantedLabel[]): boolean {
  return wanted.length > 0 && wanted.every(({ name, value }) => labels.some((label) => label.name === name && (value ?? label.value) === label.value));
}
