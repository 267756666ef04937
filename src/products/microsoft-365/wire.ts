import type { JobFailure, Microsoft365Job } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { commonFields, readCode, readCounts, readReportedDuration } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { createReader, type RecordReader } from '../../wire/reader.js';
import { statuses } from './codes.js';

/**
 * A job of either endpoint; null where it has no id. `readLength` reads the duration, whose unit the path decides: decimal hours or
 * ticks. Records carry neither type nor service.
 */
export function decodeJob(record: unknown, context: DecodeContext, readLength: (text: string) => number | undefined): JobRow | null {
  const read = createReader(record, context.observedAt);
  const jobId = read.text('id', 'jobId');
  if (jobId === null) return null;
  // A word, which stands for a code that is only known to requests.
  const status = readCode(read, statuses, 'state', 'status');
  const startedAt = read.instant('startTime');
  const finishedAt = read.instant('finishTime', 'endTime');
  const details = read.object('backupDetails');
  const facts = {
    jobId,
    status,
    type: null,
    workload: null,
    startedAt,
    finishedAt,
    duration: readReportedDuration(read, readLength, context),
    progress: null,
    counts:
      details === null
        ? null
        : readCounts(details, {
            total: ['totalCount', 'totalNumber'],
            successful: ['successfulCount', 'successfulNumber', 'successCount'],
            failed: ['failedCount', 'failedNumber'],
            skipped: ['skippedCount', 'skippedNumber'],
          }),
    failures: read.list('jobErrors')?.map(readFailure) ?? null,
  };
  const node: Microsoft365Job = {
    __typename: 'Microsoft365Job',
    ...commonFields(read, record, facts, context),
    location: context.parameters['location'] ?? null,
  };
  return { id: jobId, startedAt, finishedAt, codes: { status: status?.code ?? null }, node, warnings: read.warnings };
}

function readFailure(read: RecordReader): JobFailure {
  return {
    __typename: 'JobFailure',
    message: read.text('value') ?? '',
    isErrorCode: read.flag('isErrorCode'),
    documentationUrl: read.text('url'),
    occurrences: read.count('number'),
  };
}
