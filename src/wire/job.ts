import type { Job, JobCounts, JobFailure, JobOperation, JobStatus, UpstreamCode } from '../generated/types.js';
import type { Codes } from './codes.js';
import { durationOf } from './duration.js';
import { globalIdOf } from './global-id.js';
import { longestRun } from './instant.js';
import type { DecodeContext } from './page.js';
import type { RecordReader } from './reader.js';

/** A code of a record as the schema shows it. */
export interface DecodedCode<Value, Canonical> {
  /** Of the table; what was sent where it has none for it. */
  readonly code: string;
  readonly value: Value | 'UNKNOWN';
  readonly canonical: Canonical | 'UNKNOWN';
  readonly upstream: UpstreamCode;
}

/** Reads a code, or a word that stands for it; null where the record carries none. */
export function readCode<Value extends string, Canonical extends string>(
  read: RecordReader,
  codes: Codes<Value, Canonical>,
  ...names: readonly string[]
): DecodedCode<Value, Canonical> | null {
  const sent = read.code(...names);
  if (sent === null) return null;
  const known = codes.codeOf(sent);
  if (known === null) read.warn('UNKNOWN_CODE', `A code of \`${names[0]}\` is not in this server's tables; it is shown as UNKNOWN with the code beside it.`);
  const code = known ?? sent;
  return { code, value: codes.valueOf(code), canonical: codes.canonicalOf(code), upstream: { ...codes.describe(code), code: sent } };
}

/** What the products' records have in common, once read. */
export interface JobFacts {
  readonly jobId: string;
  readonly status: DecodedCode<string, JobStatus> | null;
  readonly type: DecodedCode<string, JobOperation> | null;
  readonly workload: UpstreamCode | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly duration: ReportedDuration;
  readonly progress: number | null;
  readonly counts: JobCounts | null;
  readonly failures: readonly JobFailure[] | null;
}

export interface ReportedDuration {
  readonly upstreamValue: string | null;
  readonly milliseconds: number | null;
}

export const NO_DURATION: ReportedDuration = { upstreamValue: null, milliseconds: null };

/** Reads what the upstream itself says of a job's length; `parse` gives milliseconds, or undefined for what it cannot read. */
export function readReportedDuration(read: RecordReader, parse: (text: string) => number | undefined, { observedAt }: DecodeContext): ReportedDuration {
  const upstreamValue = read.text('duration');
  const parsed = upstreamValue === null ? undefined : parse(upstreamValue);
  const milliseconds = parsed === undefined || parsed > longestRun(observedAt.getTime()) ? null : parsed;
  if (upstreamValue !== null && milliseconds === null) read.warn('UNREADABLE_VALUE', 'The value of `duration` could not be read; the original is in `raw`.');
  return { upstreamValue, milliseconds };
}

const NO_STATUS: UpstreamCode = { __typename: 'UpstreamCode', code: '', label: null, isKnown: false };

/** The fields of `Job`. */
export function commonFields(read: RecordReader, record: unknown, facts: JobFacts, context: DecodeContext): Job {
  const { jobId, status, type, workload, startedAt, finishedAt, duration, progress, counts, failures } = facts;
  const { source, observedAt } = context;
  if (status === null) read.warn('UNKNOWN_CODE', 'A record has no status; it is shown as UNKNOWN.');
  if (startedAt !== null && finishedAt !== null && finishedAt < startedAt) {
    read.warn('UNREADABLE_VALUE', 'A job ends before it starts; its duration is the one reported, if any.');
  }
  return {
    id: globalIdOf(source.id, jobId),
    jobId,
    source,
    product: source.product,
    status: status?.canonical ?? 'UNKNOWN',
    upstreamStatus: status?.upstream ?? NO_STATUS,
    operation: type?.canonical ?? null,
    upstreamType: type?.upstream ?? null,
    workload,
    startedAt: startedAt === null ? null : new Date(startedAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
    duration: durationOf({
      startedAt,
      finishedAt,
      observedAt: observedAt.getTime(),
      status: status?.canonical ?? 'UNKNOWN',
      upstreamValue: duration.upstreamValue,
      reported: duration.milliseconds,
    }),
    progress,
    counts,
    failures,
    observedAt,
    raw: record,
  };
}

/** Counts under the given names; null where the record has none of them. */
export function readCounts(read: RecordReader, names: { readonly total: readonly string[]; readonly successful: readonly string[]; readonly failed: readonly string[]; readonly skipped: readonly string[] }): JobCounts | null {
  const total = read.count(...names.total);
  const successful = read.count(...names.successful);
  const failed = read.count(...names.failed);
  const skipped = read.count(...names.skipped);
  const hasNone = total === null && successful === null && failed === null && skipped === null;
  return hasNone ? null : { __typename: 'JobCounts', total, successful, failed, skipped };
}
