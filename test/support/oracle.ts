import type { Counts, ProductName, SimulatedJob } from '../../simulator/index.js';
import { enumOf, products, type Seat } from '../products/index.js';
import type { Failure } from '../products/product.js';
import { readReported, writeIsoDuration } from './oracle-durations.js';

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
    ${products.map(({ typename, selection }) => `... on ${typename} { ${selection} }`).join('\n    ')}
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
  readonly failures: readonly Failure[] | null;
  /** What only one product has. */
  readonly [own: string]: unknown;
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
  const status = seat.statuses[job.status] ?? 'UNKNOWN';
  return {
    ...typeFields(job, seat),
    __typename: seat.typename,
    jobId: job.jobId,
    source: { id: seat.sourceId },
    product: enumOf(job.product),
    status,
    upstreamStatus: codeView(statusText(job, seat, seen.raw), status !== 'UNKNOWN'),
    workload: workloadOf(job, seat),
    startedAt: instant(job.startedAt),
    finishedAt: instant(job.finishedAt),
    duration: expectedDuration(job, status, seat, seen),
    progress: seat.rowNames.includes('progress') ? job.progress : null,
    counts: Object.keys(seat.numbers).length === 0 ? null : job.counts,
    failures: seat.failures(job, status),
    ...seat.own(job),
  };
}

/** Unstarted jobs lead, then the newest start; ties by product, source and job id. */
export function inOrder(jobs: readonly SimulatedJob[]): SimulatedJob[] {
  return newestFirst(jobs, ({ startedAt }) => startedAt ?? Infinity);
}

/** Newest end first. */
export function inOrderOfEnd(jobs: readonly SimulatedJob[]): SimulatedJob[] {
  return newestFirst(jobs, ({ finishedAt }) => finishedAt ?? Infinity);
}

function newestFirst(jobs: readonly SimulatedJob[], instantOf: (job: SimulatedJob) => number): SimulatedJob[] {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const place = ({ product }: SimulatedJob): number => products.findIndex(({ name }) => name === product);
  return [...jobs].sort((a, b) => (instantOf(a) === instantOf(b) ? place(a) - place(b) || text(a.jobId, b.jobId) : instantOf(b) - instantOf(a)));
}

function workloadOf(job: SimulatedJob, { serviceName, services, workloadText }: Seat): CodeView | null {
  const text = workloadText(job);
  if (text !== null) return codeView(text, true);
  return serviceName === null || job.service === null ? null : codeView(String(job.service), services[job.service] !== undefined);
}

const codeView = (code: string, isKnown: boolean): CodeView => ({ code, isKnown, hasLabel: isKnown });

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** Where words stand for a status, the upstream's choice among them is repeated; else it is the code. */
function statusText({ status }: SimulatedJob, { statusLabels, statusNames, statusName }: Seat, raw: JobAnswer['raw']): string {
  if (statusNames === null) return String(status);
  const written = find(raw, statusName) ?? find(raw, statusName === 'state' ? 'status' : 'state');
  const words = [statusLabels[status], statusNames[status], String(status)];
  // Of a status that nobody knows the code is known here, in whatever words it is put.
  const isPossible = (text: string): boolean => (statusLabels[status] === undefined ? text.includes(String(status)) : words.includes(text));
  return typeof written === 'string' && isPossible(written) ? written : `a word for ${status}`;
}

/** A property in whatever casing. */
export function find(raw: JobAnswer['raw'], name: string): unknown {
  return Object.entries(raw).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function typeFields({ type }: SimulatedJob, { types, typeName, typeField }: Seat) {
  const [value, operation] = types[type] ?? ['UNKNOWN', 'UNKNOWN'];
  const isSaid = typeName !== null;
  return {
    operation: isSaid ? operation : null,
    upstreamType: isSaid ? codeView(String(type), types[type] !== undefined) : null,
    ...(typeField !== null && { [typeField]: isSaid ? value : null }),
  };
}

/** Finish minus start; while it runs, the time so far; else what the upstream says. docs/upstream.md §2 (4), docs/behaviour.md §6. */
function expectedDuration(
  { startedAt, finishedAt }: SimulatedJob,
  status: string,
  seat: Seat,
  { observedAt, raw }: Pick<JobAnswer, 'observedAt' | 'raw'>,
): DurationAnswer | null {
  const reported = readReported(find(raw, seat.durationName ?? 'duration'), seat);
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
