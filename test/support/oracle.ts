import type { Counts, ProductName, SimulatedJob } from '../../simulator/index.js';
import type { EndpointName, Seat } from '../products/seats.js';
import { readReported, writeIsoDuration } from './oracle-durations.js';
import {
  googleDataSources,
  googleServices,
  googleTypes,
  iaasPaasTypes,
  microsoft365Words,
  salesforceTypes,
  statusTables,
  type TypeTable,
} from './oracle-tables.js';

/** Spread it as `...AllOfJob`. The names of what differs between the products are those of `JobAnswer`. */
export const allOfJob = /* GraphQL */ `
  fragment AllOfJob on Job {
    __typename
    id
    jobId
    source { id }
    product
    status
    upstreamStatus { code label isKnown }
    operation
    upstreamType { code label isKnown }
    workload { code label isKnown }
    startedAt
    finishedAt
    duration { iso seconds basis upstreamValue }
    progress
    counts { total successful failed skipped }
    failures { message isErrorCode documentationUrl occurrences }
    observedAt
    raw
    ... on GoogleWorkspaceJob { service googleType: type dataSource operator }
    ... on IaasPaasJob { iaasPaasType: type comments }
    ... on Microsoft365Job { location }
    ... on SalesforceJob {
      salesforceType: type
      recordCounts { total successful failed skipped }
      metadataCounts { total successful failed skipped }
      dataSizeKilobytes
      apiCalls
      organizationId
    }
  }
`;

interface CodeAnswer {
  readonly code: string;
  readonly label: string | null;
  readonly isKnown: boolean;
}

type CountsAnswer = { readonly [name in keyof Counts]: number | null };

interface DurationAnswer {
  readonly iso: string;
  readonly seconds: number;
  readonly basis: string;
  readonly upstreamValue: string | null;
}

interface FailureAnswer {
  readonly message: string;
  readonly isErrorCode: boolean | null;
  readonly documentationUrl: string | null;
  readonly occurrences: number | null;
}

/** What does not depend on how a code is shown: the same in the answer and in what is expected. */
interface PlainFields {
  readonly __typename: string;
  readonly jobId: string;
  readonly source: { readonly id: string };
  readonly product: string;
  readonly status: string;
  readonly operation: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly duration: DurationAnswer | null;
  readonly progress: number | null;
  readonly counts: CountsAnswer | null;
  readonly failures: readonly FailureAnswer[] | null;
  readonly service?: string | null;
  readonly googleType?: string | null;
  readonly dataSource?: string | null;
  readonly operator?: string | null;
  readonly iaasPaasType?: string | null;
  readonly comments?: string | null;
  readonly location?: string | null;
  readonly salesforceType?: string | null;
  readonly recordCounts?: CountsAnswer | null;
  readonly metadataCounts?: CountsAnswer | null;
  readonly dataSizeKilobytes?: number | null;
  readonly apiCalls?: number | null;
  readonly organizationId?: string | null;
}

export interface JobAnswer extends PlainFields {
  readonly id: string;
  readonly upstreamStatus: CodeAnswer;
  readonly upstreamType: CodeAnswer | null;
  readonly workload: CodeAnswer | null;
  readonly observedAt: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Of a label only whether there is one is fixed. */
interface CodeView {
  readonly code: string;
  readonly isKnown: boolean;
  readonly hasLabel: boolean;
}

export interface JobView extends PlainFields {
  readonly upstreamStatus: CodeView;
  readonly upstreamType: CodeView | null;
  readonly workload: CodeView | null;
}

/** The answer without what is told apart by other means: `id`, `observedAt`, `raw`. */
export function viewOf(answer: JobAnswer): JobView {
  const told = new Set(['id', 'observedAt', 'raw']);
  const plain = Object.fromEntries(Object.entries(answer).filter(([name]) => !told.has(name))) as unknown as PlainFields;
  const { upstreamStatus, upstreamType, workload } = answer;
  const view = (code: CodeAnswer): CodeView => ({ code: code.code, isKnown: code.isKnown, hasLabel: (code.label ?? '') !== '' });
  return {
    ...plain,
    upstreamStatus: view(upstreamStatus),
    upstreamType: upstreamType && view(upstreamType),
    workload: workload && view(workload),
  };
}

/**
 * What the server has to answer for a job of the simulator. `seen` is the answer: its `observedAt` decides how long a job has been
 * running, and from its `raw` comes the duration as the upstream wrote it.
 */
export function expectedJob(job: SimulatedJob, seat: Seat, seen: Pick<JobAnswer, 'observedAt' | 'raw'>): JobView {
  const status = statusTables[job.product][job.status] ?? 'UNKNOWN';
  return {
    ...typeFields(job, seat.name),
    ...ownFields(job),
    jobId: job.jobId,
    source: { id: seat.sourceId },
    product: job.product.toUpperCase().replaceAll('-', '_'),
    status,
    upstreamStatus: codeView(statusText(job, seen.raw), status !== 'UNKNOWN'),
    startedAt: instant(job.startedAt),
    finishedAt: instant(job.finishedAt),
    duration: expectedDuration(job, status, seat.name, seen),
    progress: job.product === 'google-workspace' ? job.progress : null,
    counts: job.product === 'google-workspace' ? null : job.counts,
    failures: job.product === 'iaas-paas' ? commentedFailures(job, status) : expectedFailures(job),
  };
}

/** Unstarted jobs lead, then the newest start; ties by product, source and job id. */
export function inOrder(jobs: readonly SimulatedJob[]): SimulatedJob[] {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const start = ({ startedAt }: SimulatedJob): number => startedAt ?? Infinity;
  return [...jobs].sort((a, b) => (start(a) === start(b) ? text(a.product, b.product) || text(a.jobId, b.jobId) : start(b) - start(a)));
}

const codeView = (code: string, isKnown: boolean): CodeView => ({ code, isKnown, hasLabel: isKnown });

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

const orNull = <T extends string>(value: T | null): T | null => (value === '' ? null : value);

/** Microsoft 365 writes its own choice of words, which is then repeated; all others write the code. */
function statusText(job: SimulatedJob, raw: JobAnswer['raw']): string {
  if (job.product !== 'microsoft-365') return String(job.status);
  const written = find(raw, 'state') ?? find(raw, 'status');
  const words = microsoft365Words[job.status];
  // Of a state that nobody knows the code is known here, in whatever words it is put.
  const isPossible = (text: string): boolean =>
    words === undefined ? text.includes(String(job.status)) : [words.label, words.name, String(job.status)].includes(text);
  return typeof written === 'string' && isPossible(written) ? written : `a word for ${job.status}`;
}

/** A property in whatever casing. */
export function find(raw: JobAnswer['raw'], name: string): unknown {
  return Object.entries(raw).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function typeFields({ product, type, service }: SimulatedJob, endpoint: EndpointName) {
  const shown = (table: TypeTable, code: number | null): { operation: string | null; upstreamType: CodeView | null; type: string | null } => {
    if (code === null) return { operation: null, upstreamType: null, type: null };
    const [value, operation] = table[code] ?? ['UNKNOWN', 'UNKNOWN'];
    return { operation, upstreamType: codeView(String(code), table[code] !== undefined), type: value };
  };
  const workload = product === 'google-workspace' && service !== null ? codeView(String(service), googleServices[service] !== undefined) : null;
  switch (product) {
    case 'google-workspace': {
      const { type: googleType, ...common } = shown(googleTypes, type);
      return { ...common, googleType, workload };
    }
    case 'iaas-paas': {
      // The job report says nothing of a job's type.
      const { type: iaasPaasType, ...common } = shown(iaasPaasTypes, endpoint === 'iaas-paas/job-report' ? null : type);
      return { ...common, iaasPaasType, workload };
    }
    case 'microsoft-365':
      return { operation: null, upstreamType: null, workload };
    case 'salesforce': {
      const { type: salesforceType, ...common } = shown(salesforceTypes, type);
      return { ...common, salesforceType, workload };
    }
  }
}

function ownFields(job: SimulatedJob) {
  const named = (table: Readonly<Record<number, string>>, code: number | null): string | null => (code === null ? null : (table[code] ?? 'UNKNOWN'));
  switch (job.product) {
    case 'google-workspace':
      return {
        __typename: 'GoogleWorkspaceJob',
        service: named(googleServices, job.service),
        dataSource: named(googleDataSources, job.dataSource),
        operator: orNull(job.operator),
      };
    case 'iaas-paas':
      return { __typename: 'IaasPaasJob', comments: orNull(job.comments) };
    case 'microsoft-365':
      return { __typename: 'Microsoft365Job', location: null };
    case 'salesforce':
      return {
        __typename: 'SalesforceJob',
        recordCounts: job.recordCounts,
        // Nobody counts skipped metadata.
        metadataCounts: job.metadataCounts && { ...job.metadataCounts, skipped: null },
        dataSizeKilobytes: job.dataSizeKilobytes,
        apiCalls: job.apiCalls,
        organizationId: job.organizationId,
      };
  }
}

/** The comment of a job that failed, wholly or in part, is its one failure; of a job that may not have ended nothing is known. */
function commentedFailures({ comments }: SimulatedJob, status: string): FailureAnswer[] | null {
  if (['QUEUED', 'RUNNING', 'PAUSED', 'UNKNOWN'].includes(status)) return null;
  const isTold = ['FAILED', 'PARTIAL'].includes(status) && (comments ?? '') !== '';
  return isTold ? [{ message: comments ?? '', isErrorCode: null, documentationUrl: null, occurrences: null }] : [];
}

function expectedFailures({ failures }: SimulatedJob): FailureAnswer[] | null {
  if (failures === null) return null;
  return failures.map(({ value, isErrorCode, url, number }) => ({
    message: value,
    isErrorCode,
    documentationUrl: orNull(url),
    occurrences: number,
  }));
}

/** Finish minus start; while it runs, the time so far; else what the upstream says. docs/upstream.md §2 (4), docs/behaviour.md §6. */
function expectedDuration(
  { startedAt, finishedAt }: SimulatedJob,
  status: string,
  endpoint: EndpointName,
  { observedAt, raw }: Pick<JobAnswer, 'observedAt' | 'raw'>,
): DurationAnswer | null {
  const reported = readReported(find(raw, 'duration'), endpoint);
  const build = (ms: number, basis: string): DurationAnswer => ({
    iso: writeIsoDuration(ms),
    seconds: ms / 1000,
    basis,
    upstreamValue: reported?.text ?? null,
  });
  if (startedAt !== null && finishedAt !== null && finishedAt >= startedAt) return build(finishedAt - startedAt, 'COMPUTED');
  const goesOn = status === 'RUNNING' || status === 'PAUSED';
  if (goesOn && startedAt !== null && finishedAt === null) return build(Date.parse(observedAt) - startedAt, 'ELAPSED');
  // Ticks cannot be null: where neither start nor end is set, a length of 0 is not set either.
  const isUnset = reported === null || (reported.ms === 0 && startedAt === null && finishedAt === null);
  return isUnset ? null : build(reported.ms, 'REPORTED');
}

export const productOf = (answer: Pick<JobAnswer, 'product'>): ProductName => answer.product.toLowerCase().replaceAll('_', '-') as ProductName;
