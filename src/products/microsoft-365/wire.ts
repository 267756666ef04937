import type { JobFailure, Microsoft365Job } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { commonFields, readCounts, readReportedDuration } from '../../wire/job.js';
import { createReader, type RecordReader } from '../../wire/reader.js';
import type { DecodeContext } from '../product.js';
import { stateCodeOf, statuses } from './codes.js';

/**
 * A job of either endpoint; null where it has no id. `readLength` reads the duration, whose unit the path decides: decimal hours or
 * ticks. Records carry neither type nor service.
 */
export function decodeJob(record: unknown, context: DecodeContext, readLength: (text: string) => number | undefined): JobRow | null {
  const read = createReader(record);
  const jobId = read.text('id', 'jobId');
  if (jobId === null) return null;
  const status = readState(read);
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
    duration: readReportedDuration(read, readLength),
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
  return { id: jobId, startedAt, finishedAt, codes: { status: status === null ? null : (stateCodeOf(status.code) ?? status.code) }, node, warnings: read.warnings };
}

/** `state` is a word; the code that it stands for is only known to requests. */
function readState(read: RecordReader) {
  const state = read.text('state', 'status');
  if (state === null) return null;
  const code = stateCodeOf(state);
  if (code === null) {
    read.warn('UNKNOWN_CODE', "A word of `state` is not in this server's tables; it is shown as UNKNOWN with the word beside it.");
    return { code: state, value: 'UNKNOWN', canonical: 'UNKNOWN', upstream: statuses.describe(state) } as const;
  }
  return { code: state, value: statuses.valueOf(code), canonical: statuses.canonicalOf(code), upstream: { ...statuses.describe(code), code: state } };
}

function readFailure(read: RecordReader): JobFailure {
  return {
    __typename: 'JobFailure',
    message: read.text('value') ?? '',
    isErrorCode: read.flag('isErrorCode'),
    documentationUrl: read.text('url'),
    occurrences: read.integer('number'),
  };
}
