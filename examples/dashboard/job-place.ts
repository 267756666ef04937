import type { OneJobQueryVariables } from './generated/graphql';

/** What finds a job again: its own id, its source, and the moment around which to look. */
export interface JobPlace {
  readonly jobId: string;
  readonly sourceId: string;
  readonly startedAt: string | null;
}

export function readJobPlace(params: URLSearchParams): JobPlace | null {
  const [jobId, sourceId] = [params.get('job'), params.get('source')];
  if (jobId === null || sourceId === null) return null;
  return { jobId, sourceId, startedAt: params.get('start') };
}

export function withJobPlace(params: URLSearchParams, place: JobPlace | null): URLSearchParams {
  const changed = new URLSearchParams(params);
  for (const name of ['job', 'source', 'start']) changed.delete(name);
  if (place === null) return changed;
  changed.set('job', place.jobId);
  changed.set('source', place.sourceId);
  if (place.startedAt !== null) changed.set('start', place.startedAt);
  return changed;
}

export function questionFor({ jobId, sourceId, startedAt }: JobPlace): OneJobQueryVariables {
  const start = Date.parse(startedAt ?? '');
  const filter = { sourceIds: [sourceId], search: jobId };
  // A job that has not started is in every window that reaches up to now.
  if (Number.isNaN(start)) return { filter, window: { last: 'PT1H' } };
  return { filter, window: { from: new Date(start).toISOString(), to: new Date(start + 1000).toISOString() } };
}
