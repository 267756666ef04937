import type { BackupProduct, Job, JobFilter, UpstreamCode } from '../generated/types.js';
import type { PageRules } from '../paging/next-place.js';
import type { Place } from '../paging/page.js';
import type { Bounds, Grain } from '../planning/bounds.js';
import type { Facet } from '../planning/facet.js';
import type { JobRow } from '../planning/match.js';
import type { DecodeContext, PageReading } from '../wire/page.js';

/** A product: all that the rest of the house knows of it. */
export interface ProductModule {
  readonly product: BackupProduct;
  /** As in settings, and at the end of source ids. */
  readonly name: string;
  /** For people, as the schema has it. */
  readonly title: string;
  /** The field of `Query` that lists this product alone. */
  readonly queryField: string;
  /** The field of `JobFilter` that narrows this product alone. */
  readonly filterField: keyof JobFilter;
  /** The first is the default. */
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
  /** Whether a tenant's jobs are read only where a setting names the product: an upgrade must bring no source that its permissions do not cover. */
  readonly isOptIn?: boolean;
}

/** One job endpoint and its dialect. */
export interface Endpoint {
  /** As in settings. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The permission that the app registration needs; lower case, as the token endpoint takes it. */
  readonly scope: string;
  /** Whether it refuses a query without both ends of a window. */
  readonly requiresWindow: boolean;
  /** Whether its records carry counts. */
  readonly reportsCounts: boolean;
  /** Whether its records say what went wrong. */
  readonly reportsFailures: boolean;
  /** Whether these are the comment on a job, for want of another place. */
  readonly failuresAreComments?: boolean;
  /** What a job protects, where that is no service of its record's; null where nothing tells. */
  workloadOf?(row: JobRow): UpstreamCode | null;
  /** The same by the code of the job's type, where that alone tells it. */
  workloadOfType?(type: string): UpstreamCode | null;
  /** Codes of backups that save logs: none of the organization's data. */
  readonly logTypes?: readonly string[];
  /** How much data a job moved, in bytes; null where it does not say. Absent where no record does. */
  sizeOf?(node: Job): number | null;
  /** `status`, `type` and `service` are what these are in every product; other names are the product's own. */
  readonly facets: readonly Facet[];
  /** Whether the endpoint searches itself; its answer stands. */
  readonly isSearchable: boolean;
  readonly grain: Grain;
  /** The unit of the instants in its records, milliseconds. */
  readonly instantUnitMs: number;
  /** Whether it lives on a host of its own, which a setting names. */
  readonly hasOwnHost?: boolean;
  readonly rules: Omit<PageRules, 'pageSize'>;
  /** The parameter that takes the token of a next link. */
  readonly tokenParameter: string | null;
  readonly numberParameter: string;
  request(ask: PageAsk): UpstreamQuery;
  decode(body: unknown, context: DecodeContext): PageReading;
  /** The call for one job, where the endpoint has one. */
  readonly detail?: Detail;
}

/** Asks for one job: its id is one more part of the endpoint's path. */
export interface Detail {
  query(location: string | null): UpstreamQuery['query'];
  decode(body: unknown, context: DecodeContext): PageReading;
  /** The status in the endpoint's own envelope; null for a body of another form. */
  readStatus(body: unknown): number | null;
}

/** One page to ask for. */
export interface PageAsk {
  /** Upstream code by facet name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly search: string | null;
  readonly bounds: Bounds;
  readonly place: Place;
  readonly pageSize: number;
}

/** What an endpoint is asked, beside its method and path. */
export interface UpstreamQuery {
  /** Undefined values are left out. */
  readonly query?: Readonly<Record<string, string | number | null | undefined>>;
  /** JSON. */
  readonly body?: string;
}
