/**
 * The global id of a job: its source and its job id, nothing else. A source id holds exactly two slashes, a job id is any text.
 */
export function globalIdOf(sourceId: string, jobId: string): string {
  return Buffer.from(`${sourceId}/${jobId}`).toString('base64url');
}

/** Null for what is no global id of a job. */
export function readGlobalId(id: string): { readonly sourceId: string; readonly jobId: string } | null {
  const text = Buffer.from(id, 'base64url').toString();
  const [, sourceId, jobId] = /^([^/]*\/[^/]*\/[^/]*)\/(.+)$/s.exec(text) ?? [];
  return sourceId !== undefined && jobId !== undefined && globalIdOf(sourceId, jobId) === id ? { sourceId, jobId } : null;
}
