import type { Dynamics365Job, Job, JobCounts, UpstreamCode } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { readHours } from '../../wire/duration.js';
import { commonFields, readCode, readCounts, readReportedDuration } from '../../wire/job.js';
import type { DecodeContext } from '../../wire/page.js';
import { countOf, instantOf, textOf, type RecordReader } from '../../wire/reader.js';
import { statuses, types } from './codes.js';

/** A job of `jobs[]` (older: `result[]`); null where it has no id. Of the two families of counts, entities are the common one. */
export function decodeJob(reader: RecordReader, context: DecodeContext): JobRow | null {
  const jobId = textOf(reader, 'jobId', 'id');
  if (jobId === null) return null;
  const status = readCode(reader, statuses, 'status', 'state');
  const type = readCode(reader, types, 'type', 'jobType');
  const startedAt = instantOf(reader, 'startTime');
  const finishedAt = instantOf(reader, 'finishTime', 'endTime');
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
    counts: readOwnCounts(reader, 'Entity'),
    failures: null,
  };
  const node: Dynamics365Job = Object.assign(commonFields(reader, facts, context), {
    __typename: 'Dynamics365Job' as const,
    type: type?.value ?? null,
    recordCounts: readOwnCounts(reader, 'Record'),
    backupSizeBytes: countOf(reader, 'backupSize'),
    organizationId,
    organizationName: textOf(reader, 'organizationName'),
  });
  return {
    id: jobId,
    startedAt,
    finishedAt,
    observedAt: reader.page.now,
    codes: { status: status?.code ?? null, type: type?.code ?? null, organization: organizationId },
    node,
    warnings: reader.warnings,
  };
}

/** There is no table of modules: the text is all that there is to know. */
function moduleOf(text: string | null): UpstreamCode | null {
  return text === null ? null : { __typename: 'UpstreamCode', code: text, label: text, isKnown: true };
}

const NO_COUNTS: JobCounts = { __typename: 'JobCounts', total: null, successful: null, failed: null, skipped: null, warning: null };

function readOwnCounts(reader: RecordReader, what: 'Entity' | 'Record'): JobCounts | null {
  const counts = readCounts(reader, { total: [`total${what}`], successful: [`successful${what}`], failed: [`failed${what}`], skipped: [`skipped${what}`] });
  const warning = countOf(reader, `warning${what}`);
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
