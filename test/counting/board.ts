import type { World } from '../support/world.js';

/** What `jobWorkloads` answers, as far as tests need it. */
export interface Run {
  readonly jobId: string;
  readonly status: string;
}

export interface Row {
  readonly id: string;
  readonly source: { readonly id: string };
  readonly operation: string;
  readonly workload: { readonly code: string; readonly label: string | null } | null;
  readonly state: string;
  readonly latest: Run | null;
  readonly latestEnded: Run | null;
  readonly latestSuccess: Run | null;
  readonly successEvidence: string;
  readonly successAge: string | null;
  readonly successAgeSeconds: number | null;
  readonly consecutiveFailures: number | null;
  readonly consecutiveFailuresPrecision: string;
  readonly failingSince: string | null;
  readonly runs: number | null;
  readonly expectation: { readonly interval: string; readonly intervalSeconds: number; readonly nextAt: string | null; readonly basis: string } | null;
  readonly isLate: boolean | null;
  readonly isStale: boolean | null;
  readonly searchedFrom: string | null;
}

export interface Group {
  readonly key: { readonly tenant: string | null; readonly source: { readonly id: string } | null; readonly product: string | null; readonly operation: string | null };
  readonly total: number;
  readonly failing: number;
  readonly stale: number;
  readonly late: number;
  readonly partial: number;
  readonly unknown: number;
  readonly ok: number;
  readonly compliant: number;
  readonly breached: number;
  readonly undecided: number;
  readonly worstSuccessAgeSeconds: number | null;
  readonly silentSources: number;
}

export interface Board {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  readonly groups?: readonly Group[];
  readonly window: { readonly from: string; readonly to: string };
  readonly isComplete: boolean;
  readonly sources: readonly { readonly source: { readonly id: string }; readonly outcome: string; readonly requests: number; readonly error: { readonly code: string } | null; readonly warnings: readonly { readonly code: string }[] }[];
}

const GROUPS = 'groups @include(if: $groups) { key { tenant source { id } product operation } total failing stale late partial unknown ok compliant breached undecided worstSuccessAgeSeconds silentSources }';

/** `$groups`: they take a reading of every source. */
const BOARD = `query Board($filter: JobWorkloadFilter, $lookBack: Duration! = "P7D", $staleAfter: Duration, $partial: Boolean! = false, $objects: Boolean! = false, $orderBy: JobWorkloadOrder! = BY_SOURCE, $groupBy: [JobWorkloadDimension!], $first: Int, $after: String, $groups: Boolean! = false) {
  board: jobWorkloads(filter: $filter, lookBack: $lookBack, staleAfter: $staleAfter, countPartialAsSuccess: $partial, successNeedsObjects: $objects, orderBy: $orderBy, groupBy: $groupBy, first: $first, after: $after) {
    edges { cursor node { id } }
    nodes {
      id source { id } operation workload { code label } state
      latest { jobId status } latestEnded { jobId status } latestSuccess { jobId status }
      successEvidence successAge successAgeSeconds consecutiveFailures consecutiveFailuresPrecision failingSince runs
      expectation { interval intervalSeconds nextAt basis } isLate isStale searchedFrom
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    ${GROUPS}
    window { from to }
    isComplete
    sources { source { id } outcome requests error { code } warnings { code } }
  }
}`;

export interface BoardArguments {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly lookBack?: string;
  readonly staleAfter?: string;
  readonly partial?: boolean;
  readonly objects?: boolean;
  readonly orderBy?: 'BY_SOURCE' | 'WORST_FIRST';
  readonly groupBy?: readonly string[];
  readonly first?: number;
  readonly after?: string;
  readonly groups?: boolean;
}

/** Whatever the answer is. */
export function askForBoard(world: Pick<World, 'query'>, args: BoardArguments = {}) {
  return world.query<{ readonly board: Board | null }>(BOARD, { ...args });
}

/** The board, which has to come; entries in `errors` beside it are left to the caller. */
export async function board(world: Pick<World, 'query'>, args: BoardArguments = {}): Promise<Board> {
  const answer = await askForBoard(world, args);
  const found = answer.data?.board;
  if (found === undefined || found === null) throw new Error(`No board: ${JSON.stringify(answer.errors)}`);
  return found;
}

/** All pages, each as large as `first` says, from `after` on. */
export async function walkBoard(world: Pick<World, 'query'>, args: BoardArguments): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = args.after ?? null, isDone = false; !isDone; ) {
    const { nodes, pageInfo }: Board = await board(world, { ...args, ...(after !== null && { after }) });
    rows.push(...nodes);
    after = pageInfo.endCursor;
    isDone = !pageInfo.hasNextPage;
  }
  return rows;
}
