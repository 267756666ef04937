import type { Fetcher, FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import { GraphQLError, type ExecutionResult } from 'graphql';

/**
 * The toolkit's own fetcher goes on when the stop button is pressed or the tab is left, and its late answer then
 * lands in whichever tab is open. This one ends the request, which also ends the work on the server.
 */
export function createFetcher(endpoint: URL): Fetcher {
  return (params, options) => {
    const abort = new AbortController();
    const answers = ask(endpoint, params, options, abort.signal);
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => answers.next(),
        return: () => {
          abort.abort();
          return answers.return();
        },
      }),
    };
  };
}

async function* ask(
  endpoint: URL,
  { query, variables, operationName }: FetcherParams,
  options: FetcherOpts | undefined,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, void, void> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...options?.headers,
      },
      body: JSON.stringify({ query, variables, operationName: isOperationOf(query, operationName) ? operationName : undefined }),
      signal,
    });
    yield await read(response);
  } catch (error) {
    if (signal.aborted) return;
    const reason = error instanceof Error ? error.message : String(error);
    yield failure(`No answer from ${endpoint.href}: ${reason}.`);
  }
}

/** Right after a change of tabs GraphiQL still names the operation of the tab before. */
function isOperationOf(query: string, name: string | null | undefined): boolean {
  return typeof name === 'string' && new RegExp(`\\b(query|mutation|subscription)\\s+${name}\\b`).test(query);
}

async function read(response: Response): Promise<ExecutionResult> {
  const type = response.headers.get('content-type') ?? 'no content type';
  if (!type.includes('json')) {
    return failure(`${response.url} answered ${response.status} with ${type} instead of a GraphQL response.`);
  }
  return response.json();
}

function failure(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message)] };
}
