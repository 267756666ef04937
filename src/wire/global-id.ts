/**
 * The global id of a job: its source and its job id, nothing else. A source id holds exactly two slashes, a job id is any text.
 */
export function globalIdOf(sourceId: string, jobId: string): string {
  return Buffer.from(`${sourceId}/${jobId}`).toString('base64url');
}
