import { csvOf, type Cell } from '../csv';
import type { JobEdge } from '../reading/use-job-list';

const columns: readonly (readonly [name: string, cellOf: (edge: JobEdge) => Cell | undefined])[] = [
  ['status', ({ node }) => node.status],
  ['upstreamStatus', ({ node }) => node.upstreamStatus.label ?? node.upstreamStatus.code],
  ['jobId', ({ node }) => node.jobId],
  ['product', ({ node }) => node.product],
  ['operation', ({ operation }) => operation],
  ['workload', ({ workload }) => workload?.label ?? workload?.code],
  ['type', ({ node }) => node.upstreamType?.label ?? node.upstreamType?.code],
  ['startedAt', ({ node }) => node.startedAt],
  ['finishedAt', ({ node }) => node.finishedAt],
  ['durationSeconds', ({ node }) => node.duration?.seconds],
  ['total', ({ node }) => node.counts?.total],
  ['successful', ({ node }) => node.counts?.successful],
  ['failed', ({ node }) => node.counts?.failed],
  ['skipped', ({ node }) => node.counts?.skipped],
  ['failures', ({ node }) => node.failures?.map(({ message }) => message).join('; ')],
  ['id', ({ node }) => node.id],
];

/** Codes and instants as the API has them: a spreadsheet makes of them what its owner wants. */
export function jobsAsCsv(edges: readonly JobEdge[]): string {
  return csvOf(
    columns.map(([name]) => name),
    edges.map((edge) => columns.map(([, cellOf]) => cellOf(edge) ?? null)),
  );
}
