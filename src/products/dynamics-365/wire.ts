import type { Dynamics365Job, Job, JobCounts, UpstreamCode } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { readHours } from '../../wire/duration.js';
import { FINISH, JOB_ID, readCode, readCounts, readReportedDuration, STATUS, TYPE, type CountNames } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { countOf, instantOf, textOf, type RecordReader } from '../../wire/reader.js';
import { rowOf } from '../../wire/row.js';
import { statuses, types } from './codes.js';

interface OwnCountNames extends CountNames {
  readonly warning: string;
}

const ENTITIES: OwnCountNames = { total: 'totalEntity', successful: 'successfulEntity', failed: 'failedEntity', skipped: 'skippedEntity', warning: 'warningEntity' };
const RECORDS: OwnCountNames = { total: 'totalRecord', successful: 'successfulRecord', failed: 'failedRecord', skipped: 'skippedRecord', warning: 'warningRecord' };

/** A job of `jobs[]` (older: `result[]`); null where it has no id. Of the two families of counts, entities are the common one. */
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
    workload: moduleOf(textOf(reader, 'module')),
    startedAt,
    finishedAt,
    duration: readReportedDuration(reader, readHours, 'durationHours'),
    progress: null,
    counts: readOwnCounts(reader, ENTITIES),
    failures: null,
  };
  const own = {
    __typename: 'Dynamics365Job' as const,
    type: type?.value ?? null,
    recordCounts: readOwnCounts(reader, RECORDS),
    backupSizeBytes: countOf(reader, 'backupSize'),
    organizationId,
    organizationName: textOf(reader, 'organizationName'),
  };
  return rowOf<Dynamics365Job>(reader, facts, { status: status?.code ?? null, type: type?.code ?? null, organization: organizationId }, own, context);
}

/** There is no table of modules: the text is all that there is to know. */
function moduleOf(text: string | null): UpstreamCode | null {
  return text === null ? null : { __typename: 'UpstreamCode', code: text, label: text, isKnown: true };
}

const NO_COUNTS: JobCounts = { __typename: 'JobCounts', total: null, successful: null, failed: null, skipped: null, warning: null };

function readOwnCounts(reader: RecordReader, names: OwnCountNames): JobCounts | null {
  const counts = readCounts(reader, names);
  const warning = countOf(reader, names.warning);
  return counts === null && warning === null ? null : { ...(counts ?? NO_COUNTS), warning };
}

/** What a job protects is an organization; its `workload` is a module, which several have. */
export function organizationOf({ node }: JobRow): UpstreamCode | null {
  const { organizationId, organizationName } = node as Dynamics365Job;
  return organizationId === null ? null : { __typename: 'UpstreamCode', code: organizationId, label: organizationName, isKnown: true };
}

export function sizeOf(node: Job): number | null {
  return (node as Dynamics365Job).backupSizeBytes;
}
