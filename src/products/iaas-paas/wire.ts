import type { IaasPaasJob, JobFailure, JobStatus } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { readTickLength, readTimeSpan } from '../../wire/duration.js';
import { FINISH, JOB_ID, PLAIN_COUNTS, readCode, readCounts, readReportedDuration, STATUS } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { instantOf, textOf, type RecordReader } from '../../wire/reader.js';
import { rowOf } from '../../wire/row.js';
import { statuses, types } from './codes.js';

/**
 * A job of `jobs[]` of either endpoint; null where it has no id. Builds before April 2025, and the job report, send no `jobType`.
 * The job report sends ticks where the current endpoint sends ISO instants and TimeSpans.
 */
export function decodeJob(reader: RecordReader, context: DecodeContext): JobRow | null {
  const jobId = textOf(reader, JOB_ID);
  if (jobId === null) return null;
  const status = readCode(reader, statuses, STATUS);
  const type = readCode(reader, types, 'jobType');
  const startedAt = instantOf(reader, 'startTime');
  const finishedAt = instantOf(reader, FINISH);
  const comments = textOf(reader, 'comments');
  const facts = {
    jobId,
    status,
    type,
    workload: null,
    startedAt,
    finishedAt,
    duration: readReportedDuration(reader, readLength),
    progress: null,
    counts: readCounts(reader, PLAIN_COUNTS),
    failures: failuresOf(status?.canonical ?? 'UNKNOWN', comments),
  };
  const own = {
    __typename: 'IaasPaasJob' as const,
    type: type?.value ?? null,
    comments,
  };
  return rowOf<IaasPaasJob>(reader, facts, { status: status?.code ?? null, type: type?.code ?? null }, own, context);
}

/** What `comments` says of a job that failed, wholly or in part, is why. Of one that has not ended, or may not have, nothing is known yet. */
function failuresOf(status: JobStatus, comments: string | null): readonly JobFailure[] | null {
  switch (status) {
    case 'FAILED':
    case 'PARTIAL':
      return comments === null ? [] : [{ __typename: 'JobFailure', message: comments, isErrorCode: null, documentationUrl: null, occurrences: null }];
    case 'SUCCEEDED':
    case 'SKIPPED':
    case 'STOPPED':
      return [];
    case 'QUEUED':
    case 'RUNNING':
    case 'PAUSED':
    case 'UNKNOWN':
      return null;
  }
}

function readLength(text: string): number | undefined {
  return text.includes(':') ? readTimeSpan(text) : readTickLength(text);
}
