import { FINISH, JOB_ID, NO_DURATION, readCode, STATUS } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { instantOf, percentOf, textOf, type RecordReader } from '../../wire/reader.js';
import { rowOf } from '../../wire/row.js';
import type { GoogleWorkspaceJob } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { dataSources, services, statuses, types } from './codes.js';

/** A job of `jobs[]` (older: `Value[]`); null where it has no id. No counts, durations or error texts are sent. */
export function decodeJob(reader: RecordReader, context: DecodeContext): JobRow | null {
  const jobId = textOf(reader, JOB_ID);
  if (jobId === null) return null;
  const status = readCode(reader, statuses, STATUS);
  const type = readCode(reader, types, 'jobType');
  const service = readCode(reader, services, 'appType');
  const dataSource = readCode(reader, dataSources, 'dataSource');
  const startedAt = instantOf(reader, 'startTime');
  const finishedAt = instantOf(reader, FINISH);
  const facts = {
    jobId,
    status,
    type,
    workload: service?.upstream ?? null,
    startedAt,
    finishedAt,
    duration: NO_DURATION,
    progress: percentOf(reader, 'progress'),
    counts: null,
    failures: null,
  };
  const own = {
    __typename: 'GoogleWorkspaceJob' as const,
    service: service?.value ?? null,
    type: type?.value ?? null,
    dataSource: dataSource?.value ?? null,
    operator: textOf(reader, 'operator'),
  };
  return rowOf<GoogleWorkspaceJob>(reader, facts, { status: status?.code ?? null, type: type?.code ?? null, service: service?.code ?? null, dataSource: dataSource?.code ?? null }, own, context);
}
