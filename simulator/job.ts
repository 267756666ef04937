export const productNames = ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce'] as const;
export type ProductName = (typeof productNames)[number];

export interface Counts {
  readonly total: number;
  readonly successful: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface JobFailure {
  readonly isErrorCode: boolean;
  readonly value: string;
  readonly url: string;
  readonly number: number;
}

/**
 * A job as it truly is, in the vendor's codes. Dialects show less: Microsoft 365 and the job report keep `type` to
 * themselves, no IaaS + PaaS record names its `service`. Times are epoch milliseconds, as fine as the product shows
 * them: Google Workspace to the millisecond, the others to the second.
 */
export interface SimulatedJob {
  readonly product: ProductName;
  readonly jobId: string;
  /** Google, IaaS and Microsoft 365 `jobType`, Salesforce `type`. */
  readonly type: number;
  /** Google `appType`, IaaS `serviceType`, Microsoft 365 `objectType`; Salesforce has none. */
  readonly service: number | null;
  /** Google only. */
  readonly dataSource: number | null;
  /** Salesforce only, and only a filter. */
  readonly level: number | null;
  /** Microsoft 365 only: null in a tenant without Multi-Geo, `PrimaryGeoLocation` for the centre of one that has it. */
  readonly location: string | null;
  /** The vendor's code; for Microsoft 365, which writes texts, the code of its `jobState` filter. */
  readonly status: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** Percent; shown by Google only. */
  readonly progress: number | null;
  /** Shown by Google only. */
  readonly operator: string | null;
  /** Salesforce: its objects. Google shows none. */
  readonly counts: Counts | null;
  /** Salesforce only. */
  readonly recordCounts: Counts | null;
  /** Salesforce only, which does not show the skipped ones. */
  readonly metadataCounts: Counts | null;
  /** Salesforce only. */
  readonly dataSizeKilobytes: number | null;
  /** Salesforce only. */
  readonly apiCalls: number | null;
  /** Salesforce only. */
  readonly organizationId: string | null;
  /** IaaS + PaaS only. */
  readonly comments: string | null;
  /** Microsoft 365 only. */
  readonly failures: readonly JobFailure[] | null;
}

export function blankJob(product: ProductName): SimulatedJob {
  return {
    product,
    jobId: '',
    type: 1,
    service: null,
    dataSource: null,
    level: null,
    location: null,
    status: 0,
    startedAt: null,
    finishedAt: null,
    progress: null,
    operator: null,
    counts: null,
    recordCounts: null,
    metadataCounts: null,
    dataSizeKilobytes: null,
    apiCalls: null,
    organizationId: null,
    comments: null,
    failures: null,
  };
}

/** What never changes about a job and can be asked for. */
export type Facets = Partial<
  Pick<SimulatedJob, 'type' | 'service' | 'dataSource' | 'level' | 'location' | 'organizationId'>
>;

/** What a caller asked for, read from the parameters of whichever endpoint. Null is no restriction. */
export interface JobFilter {
  readonly facets: Facets;
  readonly status: number | null;
  readonly search: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** The codes of a job that has not ended: one while it runs, some or none, in order, while it waits. */
export interface LiveStatuses {
  readonly running: number;
  readonly waiting: readonly number[];
}
