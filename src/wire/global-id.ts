/** Where ids are written, one after another: a buffer for each would be three objects. */
const scratch = Buffer.alloc(1024);
/** A character of UTF-16 is three bytes of UTF-8 at most. */
const MOST_BYTES = 3;

/**
 * The global id of a job: its source and its job id, nothing else. A source id holds exactly two slashes, a job id is any text.
 */
export function globalIdOf(sourceId: string, jobId: string): string {
  const text = `${sourceId}/${jobId}`;
  if (text.length * MOST_BYTES > scratch.length) return Buffer.from(text).toString('base64url');
  return scratch.toString('base64url', 0, scratch.write(text));
}

/** Null for what is no global id of a job. */
export function readGlobalId(id: string): { readonly sourceId: string; readonly jobId: string } | null {
  const text = Buffer.from(id, 'base64url').toString();
  const [, sourceId, jobId] = /^([^/]*\/[^/]*\/[^/]*)\/(.+)$/s.exec(text) ?? [];
  return sourceId !== undefined && jobId !== undefined && globalIdOf(sourceId, jobId) === id ? { sourceId, jobId } : null;
}
