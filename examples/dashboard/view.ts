/** The pages there are, by what the address says of them. */
export type View = 'overview' | 'board' | 'tenants';

const views: readonly View[] = ['overview', 'board', 'tenants'];

export function readView(params: URLSearchParams): View {
  return views.find((view) => view === params.get('view')) ?? 'overview';
}

/** The workload whose details are open on the board, by its id. */
export const readWorkloadId = (params: URLSearchParams): string | null => params.get('workload');

export function withWorkloadId(params: URLSearchParams, id: string | null): URLSearchParams {
  const changed = new URLSearchParams(params);
  if (id === null) changed.delete('workload');
  else changed.set('workload', id);
  return changed;
}

/** Where the focus goes: what was followed to another page, or to other tenants, goes with its own page. */
type Landing = 'pages' | 'tenants';

let landing: Landing | null = null;

/** Whoever came by keyboard has to find the focus on the next page. */
export function setOut(to: Landing): void {
  landing = to;
}

/** Whether somebody comes to there. */
export function arrive(at: Landing): boolean {
  const came = landing === at;
  if (came) landing = null;
  return came;
}
