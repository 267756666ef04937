import type { SalesforceJob } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { commonFields, NO_DURATION, readCode, readCounts } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { createReader } from '../../wire/reader.js';
import { statuses, types } from './codes.js';

/**
 * A job of `data.jobs[]`; null where it has no id. The table calls the outcome `status`, the sample `state`. Of the three families of
 * counts, objects are the common one. The sample leaves out `dataSize`, `apiCalls` and `organizationId`.
 */
export function decodeJob(record: unknown, context: DecodeContext): JobRow | null {
  const read = createReader(record, context.observedAt);
  const jobId = read.text('jobId', 'id');
  if (jobId === null) return null;
  const status = readCode(read, statuses, 'status', 'state');
  const type = readCode(read, types, 'type', 'jobType');
  const startedAt = read.instant('startTime');
  const finishedAt = read.instant('finishTime', 'endTime');
  const organizationId = read.text('organizationId');
  const facts = {
    jobId,
    status,
    type,
    workload: null,
    startedAt,
    finishedAt,
    duration: NO_DURATION,
    progress: null,
    counts: readCounts(read, { total: ['totalObjects'], successful: ['successfulObjects'], failed: ['failedObjects'], skipped: ['skippedObjects'] }),
    failures: null,
  };
  const node: SalesforceJob = {
    __typename: 'SalesforceJob',
    ...commonFields(read, record, facts, context),
    type: type?.value ?? null,
    recordCounts: readCounts(read, { total: ['totalRecords'], successful: ['successfulRecords'], failed: ['failedRecords'], skipped: ['skippedRecords'] }),
    metadataCounts: readCounts(read, { total: ['totalMetadata'], successful: ['successfulMetadata'], failed: ['failedMetadata'], skipped: [] }),
    dataSizeKilobytes: read.count('dataSize'),
    apiCalls: read.count('apiCalls'),
    organizationId,
  };
  return {
    id: jobId,
    startedAt,
    finishedAt,
    codes: { status: status?.code ?? null, type: type?.code ?? null, organization: organizationId },
    node,
    warnings: read.warnings,
  };
}
