import type { JobCounts, JobFailure, JobOperation, JobStatus, UpstreamCode } from '../generated/types.js';
import type { Codes, DecodedCode } from './codes.js';
import { longestRun } from './instant.js';
import { codeOf, countOf, nameOf, textOf, warn, type RecordReader } from './reader.js';
import type { Names } from './record.js';

/** Reads a code, or a word that stands for it; null where the record carries none. */
export function readCode<Value extends string, Canonical extends string>(
  reader: RecordReader,
  codes: Codes<Value, Canonical>,
  names: Names,
): DecodedCode<Value, Canonical> | null {
  const sent = codeOf(reader, names);
  if (sent === null) return null;
  const decoded = codes.decode(sent);
  if (!decoded.isKnown) warn(reader, 'UNKNOWN_CODE', `A code of \`${nameOf(names)}\` is not in this server's tables; it is shown as UNKNOWN with the code beside it.`);
  return decoded;
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

/** Spellings that several products share. */
export const JOB_ID: Names = ['jobId', 'id'];
export const STATUS: Names = ['status', 'state'];
export const TYPE: Names = ['type', 'jobType'];
export const FINISH: Names = ['finishTime', 'endTime'];
/** Of counts that belong to no family: older builds and reports have names of their own. */
export const PLAIN_COUNTS: CountNames = {
  total: ['totalCount', 'totalNumber'],
  successful: ['successfulCount', 'successfulNumber', 'successCount'],
  failed: ['failedCount', 'failedNumber'],
  skipped: ['skippedCount', 'skippedNumber'],
};

export const NO_DURATION: ReportedDuration = { upstreamValue: null, milliseconds: null };

/** Reads what the upstream itself says of a job's length; `parse` gives milliseconds, or undefined for what it cannot read. */
export function readReportedDuration(reader: RecordReader, parse: (text: string) => number | undefined, name = 'duration'): ReportedDuration {
  const upstreamValue = textOf(reader, name);
  const parsed = upstreamValue === null ? undefined : parse(upstreamValue);
  const milliseconds = parsed === undefined || parsed > longestRun(reader.page.now) ? null : parsed;
  if (upstreamValue !== null && milliseconds === null) warn(reader, 'UNREADABLE_VALUE', `The value of \`${name}\` could not be read; the original is in \`raw\`.`);
  return { upstreamValue, milliseconds };
}

/** What is odd about the facts, taken together. */
export function warnOfFacts(reader: RecordReader, { status, startedAt, finishedAt }: JobFacts): void {
  if (status === null) warn(reader, 'UNKNOWN_CODE', 'A record has no status; it is shown as UNKNOWN.');
  if (startedAt !== null && finishedAt !== null && finishedAt < startedAt) {
    warn(reader, 'UNREADABLE_VALUE', 'A job ends before it starts; its duration is the one reported, if any.');
  }
}

/** What a family of counts is called. */
export interface CountNames {
  readonly total: Names;
  readonly successful: Names;
  readonly failed: Names;
  readonly skipped: Names;
}

/** Counts under the given names; null where the record has none of them. A counter that one product alone has is absent here, and so null in answers. */
export function readCounts(reader: RecordReader, names: CountNames): JobCounts | null {
  const total = countOf(reader, names.total);
  const successful = countOf(reader, names.successful);
  const failed = countOf(reader, names.failed);
  const skipped = countOf(reader, names.skipped);
  if (total === null && successful === null && failed === null && skipped === null) return null;
  const counts: Partial<JobCounts> = { __typename: 'JobCounts', total, successful, failed, skipped };
  return counts as JobCounts;
}
