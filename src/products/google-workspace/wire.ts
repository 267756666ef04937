import { commonFields, NO_DURATION, readCode } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { createReader } from '../../wire/reader.js';
import type { GoogleWorkspaceJob } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { dataSources, services, statuses, types } from './codes.js';

/** A job of `jobs[]` (older: `Value[]`); null where it has no id. No counts, durations or error texts are sent. */
export function decodeJob(record: unknown, context: DecodeContext): JobRow | null {
  const read = createReader(record, context.observedAt);
  const jobId = read.text('jobId', 'id');
  if (jobId === null) return null;
  const status = readCode(read, statuses, 'status', 'state');
  const type = readCode(read, types, 'jobType');
  const service = readCode(read, services, 'appType');
  const dataSource = readCode(read, dataSources, 'dataSource');
  const startedAt = read.instant('startTime');
  const finishedAt = read.instant('finishTime', 'endTime');
  const facts = {
    jobId,
    status,
    type,
    workload: service?.upstream ?? null,
    startedAt,
    finishedAt,
    duration: NO_DURATION,
    progress: read.percent('progress'),
    counts: null,
    failures: null,
  };
  const node: GoogleWorkspaceJob = {
    __typename: 'GoogleWorkspaceJob',
    ...commonFields(read, record, facts, context),
    service: service?.value ?? null,
    type: type?.value ?? null,
    dataSource: dataSource?.value ?? null,
    operator: read.text('operator'),
  };
  return {
    id: jobId,
    startedAt,
    finishedAt,
    codes: { status: status?.code ?? null, type: type?.code ?? null, service: service?.code ?? null, dataSource: dataSource?.code ?? null },
    node,
    warnings: read.warnings,
  };
}
