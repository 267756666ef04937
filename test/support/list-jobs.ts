import type { ProductName } from '../../simulator/index.js';
import type { Answer, World } from './world.js';

export interface ListedCode {
  readonly code: string;
  readonly label: string | null;
  readonly isKnown: boolean;
}

export interface ListedEdge {
  readonly operation: string | null;
  readonly workload: ListedCode | null;
  readonly node: {
    readonly id: string;
    readonly jobId: string;
    readonly product: string;
    readonly status: string;
    readonly operation: string | null;
    readonly workload: ListedCode | null;
    readonly startedAt: string | null;
    readonly finishedAt: string | null;
    readonly location?: string | null;
  };
}

export interface ListedError {
  readonly code: string;
  readonly message: string;
  readonly isRetryable: boolean;
  readonly retryAfterSeconds: number | null;
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  readonly traceId: string | null;
}

export interface ListedSource {
  readonly source: { readonly id: string };
  readonly outcome: 'OK' | 'PARTIAL' | 'FAILED' | 'SKIPPED';
  readonly error: ListedError | null;
  readonly localFilters: readonly string[];
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly occurrences: number }[];
  readonly requests: number;
}

export interface ListedPage {
  readonly edges: readonly ListedEdge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly window: { readonly from: string | null; readonly to: string; readonly by: string; readonly isDefault: boolean; readonly reach: string | null };
  readonly isComplete: boolean;
  readonly sources: readonly ListedSource[];
}

export interface ListArguments {
  readonly field?: string;
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly window?: Readonly<Record<string, unknown>>;
  readonly orderBy?: 'STARTED_AT_DESC' | 'FINISHED_AT_DESC';
  readonly first?: number;
  readonly after?: string | null;
}

function documentOf(field: string): string {
  const filterType = field === 'jobs' ? 'JobFilter' : `${field.charAt(0).toUpperCase()}${field.slice(1, -1)}Filter`;
  return `query List($filter: ${filterType}, $window: JobWindowInput, $orderBy: JobOrder = STARTED_AT_DESC, $first: Int, $after: String) {
    page: ${field}(filter: $filter, window: $window, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        operation
        workload { code label isKnown }
        node {
          id jobId product status operation startedAt finishedAt
          workload { code label isKnown }
          ${field === 'microsoft365Jobs' ? 'location' : ''}
        }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      window { from to by isDefault reach }
      isComplete
      sources {
        source { id }
        outcome
        error { code message isRetryable retryAfterSeconds httpStatus requestId traceId }
        localFilters
        warnings { code message occurrences }
        requests
      }
    }
  }`;
}

/** One page, whatever the answer is. */
export async function askForJobs(world: Pick<World, 'query'>, { field = 'jobs', ...variables }: ListArguments = {}): Promise<Answer<{ readonly page: ListedPage | null }>> {
  return world.query(documentOf(field), variables);
}

/** One page, which has to come; entries in `errors` beside it are left to the caller. */
export async function listPage(world: Pick<World, 'query'>, options: ListArguments = {}): Promise<ListedPage> {
  const answer = await askForJobs(world, options);
  const page = answer.data?.page;
  if (page === undefined || page === null) throw new Error(`No page came: ${JSON.stringify(answer.errors)}`);
  return page;
}

const MOST_PAGES = 500;

/** Every page, in order. */
export async function listPages(world: World, options: ListArguments = {}): Promise<readonly ListedPage[]> {
  const pages = [await listPage(world, { first: 200, ...options })];
  for (;;) {
    const { hasNextPage, endCursor } = pages.at(-1)?.pageInfo ?? { hasNextPage: false, endCursor: null };
    if (!hasNextPage) return pages;
    if (pages.length === MOST_PAGES || endCursor === null) throw new Error(`The list does not end after ${pages.length} pages.`);
    pages.push(await listPage(world, { first: 200, ...options, after: endCursor }));
  }
}

export async function listEdges(world: World, options: ListArguments = {}): Promise<readonly ListedEdge[]> {
  return (await listPages(world, options)).flatMap(({ edges }) => edges);
}

export function jobIdsOf(edges: readonly ListedEdge[]): string[] {
  return edges.map(({ node }) => node.jobId);
}

/** What the page says of the source of a product. */
export function sourceOf(page: ListedPage, product: ProductName): ListedSource {
  const found = page.sources.find(({ source }) => source.id.endsWith(`/${product}`));
  if (found === undefined) throw new Error(`${product} is not among the sources.`);
  return found;
}
