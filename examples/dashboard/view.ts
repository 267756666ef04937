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

let isUnderWay = false;

/** A link to another page goes with its own page: whoever followed it by keyboard has to find the focus on the next one. */
export function setOut(): void {
  isUnderWay = true;
}

/** Whether somebody comes by such a link. */
export function arrive(): boolean {
  const came = isUnderWay;
  isUnderWay = false;
  return came;
}
