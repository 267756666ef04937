import type { JobFailure, Microsoft365Job } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { FINISH, PLAIN_COUNTS, readCode, readCounts, readReportedDuration } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { countOf, flagOf, instantOf, listOf, objectOf, textOf, type RecordReader } from '../../wire/reader.js';
import { rowOf } from '../../wire/row.js';
import { statuses } from './codes.js';

const ID = ['id', 'jobId'];
const STATE = ['state', 'status'];

/**
 * A job of either endpoint; null where it has no id. `readLength` reads the duration, whose unit the path decides: decimal hours or
 * ticks. Records carry neither type nor service.
 */
export function decodeJob(reader: RecordReader, context: DecodeContext, readLength: (text: string) => number | undefined): JobRow | null {
  const jobId = textOf(reader, ID);
  if (jobId === null) return null;
  // A word, which stands for a code that is only known to requests.
  const status = readCode(reader, statuses, STATE);
  const startedAt = instantOf(reader, 'startTime');
  const finishedAt = instantOf(reader, FINISH);
  const details = objectOf(reader, 'backupDetails');
  const facts = {
    jobId,
    status,
    type: null,
    workload: null,
    startedAt,
    finishedAt,
    duration: readReportedDuration(reader, readLength),
    progress: null,
    counts: details === null ? null : readCounts(details, PLAIN_COUNTS),
    failures: listOf(reader, 'jobErrors')?.map(readFailure) ?? null,
  };
  const own = {
    __typename: 'Microsoft365Job' as const,
    location: context.parameters['location'] ?? null,
  };
  return rowOf<Microsoft365Job>(reader, facts, { status: status?.code ?? null }, own, context);
}

function readFailure(reader: RecordReader): JobFailure {
  return {
    __typename: 'JobFailure',
    message: textOf(reader, 'value') ?? '',
    isErrorCode: flagOf(reader, 'isErrorCode'),
    documentationUrl: textOf(reader, 'url'),
    occurrences: countOf(reader, 'number'),
  };
}
