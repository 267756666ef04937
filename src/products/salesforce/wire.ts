import type { Job, SalesforceJob, UpstreamCode } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { FINISH, JOB_ID, NO_DURATION, readCode, readCounts, STATUS, TYPE, type CountNames } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { countOf, instantOf, textOf, type RecordReader } from '../../wire/reader.js';
import { rowOf } from '../../wire/row.js';
import { statuses, types } from './codes.js';

const OBJECTS: CountNames = { total: 'totalObjects', successful: 'successfulObjects', failed: 'failedObjects', skipped: 'skippedObjects' };
const RECORDS: CountNames = { total: 'totalRecords', successful: 'successfulRecords', failed: 'failedRecords', skipped: 'skippedRecords' };
const METADATA: CountNames = { total: 'totalMetadata', successful: 'successfulMetadata', failed: 'failedMetadata', skipped: [] };

/**
 * A job of `data.jobs[]`; null where it has no id. The table calls the outcome `status`, the sample `state`. Of the three families of
 * counts, objects are the common one. The sample leaves out `dataSize`, `apiCalls` and `organizationId`.
 */
export function decodeJob(reader: RecordReader, context: DecodeContext): JobRow | null {
  const jobId = textOf(reader, JOB_ID);
  if (jobId === null) return null;
  const status = readCode(reader, statuses, STATUS);
  const type = readCode(reader, types, TYPE);
  const startedAt = instantOf(reader, 'startTime');
  const finishedAt = instantOf(reader, FINISH);
  const organizationId = textOf(reader, 'organizationId');
  const facts = {
    jobId,
    status,
    type,
    workload: null,
    startedAt,
    finishedAt,
    duration: NO_DURATION,
    progress: null,
    counts: readCounts(reader, OBJECTS),
    failures: null,
  };
  const own = {
    __typename: 'SalesforceJob' as const,
    type: type?.value ?? null,
    recordCounts: readCounts(reader, RECORDS),
    metadataCounts: readCounts(reader, METADATA),
    dataSizeKilobytes: countOf(reader, 'dataSize'),
    apiCalls: countOf(reader, 'apiCalls'),
    organizationId,
  };
  return rowOf<SalesforceJob>(reader, facts, { status: status?.code ?? null, type: type?.code ?? null, organization: organizationId }, own, context);
}

/** What a job protects is an organization, of which records tell the id alone. */
export function organizationOf({ codes: { organization } }: JobRow): UpstreamCode | null {
  return organization === null || organization === undefined ? null : { __typename: 'UpstreamCode', code: organization, label: null, isKnown: true };
}

/** No page says whether a kilobyte has 1,000 bytes or 1,024. */
const KILOBYTE = 1024;

export function sizeOf(node: Job): number | null {
  const { dataSizeKilobytes } = node as SalesforceJob;
  return dataSizeKilobytes === null ? null : dataSizeKilobytes * KILOBYTE;
}
