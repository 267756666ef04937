/** The pages there are, by what the address says of them. */
export type View = 'overview' | 'board';

export function readView(params: URLSearchParams): View {
  return params.get('view') === 'board' ? 'board' : 'overview';
}

/** The workload whose details are open on the board, by its id. */
export const readWorkloadId = (params: URLSearchParams): string | null => params.get('workload');

export function withWorkloadId(params: URLSearchParams, id: string | null): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (id === null) changed.delete('workload');
  else changed.set('workload', id);
  return changed;
}
