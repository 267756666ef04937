/** The global id of the job whose details are open. */
export const readJobId = (params: URLSearchParams): string | null => params.get('job');

export function withJobId(params: URLSearchParams, id: string | null): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (id === null) changed.delete('job');
  else changed.set('job', id);
  return changed;
}
