import type { Fail, Trace } from '../answer.js';
import type { JobFilter, LiveStatuses, SimulatedJob } from '../job.js';
import type { JsonObject, RawJson } from '../json.js';
import type { Parameters } from '../parameters.js';
import type { Plot } from '../story.js';
import type { ProductSwitches } from '../switches.js';

/** What every folder beside this file fulfils. */
export interface Product {
  readonly scope: string;
  /** How fine its times are. */
  readonly instantMs: 1 | 1000;
  readonly statuses: LiveStatuses;
  /** What its jobs have besides what all have, with nothing in it. */
  readonly blank: Partial<SimulatedJob>;
  /** Which of that is another while a job runs; `done` is the part of it that is over. */
  soFar(job: SimulatedJob, done: number): Partial<SimulatedJob>;
  readonly endpoints: readonly Endpoint[];
  readonly plot: Plot;
  /** How it stands before anybody changes it, where that is otherwise than with most. */
  readonly switches: Partial<ProductSwitches>;
  /** Ways to write the same that others do not have, for whoever draws dialects. */
  readonly dialects: readonly Partial<ProductSwitches>[];
}

export type Endpoint = ListEndpoint | DetailEndpoint;

export interface ListEndpoint {
  readonly kind: 'list';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly paging: {
    readonly number: string;
    /** The documented number of the first page. */
    readonly first: 0 | 1;
    readonly size: string;
    readonly documentedSize: number;
    /** The parameter that takes a page token back, where one is published. */
    readonly token: string | null;
    /** The link of the last page; undefined where the endpoint knows no links. */
    readonly end: '' | null | undefined;
  };
  readonly total: 'matching' | 'page';
  /** What a relative or absolute link says of the request, where that is not what the request said. */
  linked?(query: URLSearchParams): URLSearchParams;
  read(parameters: Parameters): JobFilter;
  row(job: SimulatedJob, switches: ProductSwitches): JsonObject;
  envelope(page: Page, trace: Trace): JsonObject;
  readonly fail: Fail;
}

export interface Page {
  readonly rows: RawJson;
  readonly total: number | undefined;
  readonly nextLink: string | null | undefined;
  /** As asked for, or as they are without being asked for. */
  readonly number: number;
  readonly size: number;
}

export interface DetailEndpoint {
  readonly kind: 'detail';
  readonly method: 'GET';
  /** Up to the job id, which is its last segment. */
  readonly path: string;
  /** Whether a job that exists is shown to a caller who asks like this. */
  shows(job: SimulatedJob, parameters: Parameters): boolean;
  row(job: SimulatedJob, switches: ProductSwitches): JsonObject;
  envelope(row: RawJson, trace: Trace): JsonObject;
  readonly fail: Fail;
}
