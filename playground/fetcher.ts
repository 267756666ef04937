import type { Fetcher, FetcherOpts, FetcherParams } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import type { Answers } from './answers';
import { ask, failure } from './ask';
import { saysWhoAsks, sentHeaders } from './sent-headers';
import type { Session } from './session';

export interface FetcherOptions {
  readonly endpoint: URL;
  readonly session: Session;
  readonly answers: Answers;
}

/**
 * The toolkit's own fetcher goes on when the stop button is pressed or the tab is left, and its late answer then
 * lands in whichever tab is open. This one ends the request, which also ends the work on the server.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  return (params, opts) => {
    const abort = new AbortController();
    const results = askAs(options, params, opts, abort.signal);
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => results.next(),
        return: () => {
          abort.abort();
          return results.return();
        },
      }),
    };
  };
}

async function* askAs(
  { endpoint, session, answers }: FetcherOptions,
  { query, variables, operationName }: FetcherParams,
  opts: FetcherOpts | undefined,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult, void, void> {
  const typed: Record<string, string> = opts?.headers ?? {};
  const { credential } = session.read();
  try {
    const operation = { query, variables, operationName: isOperationOf(query, operationName) ? (operationName ?? undefined) : undefined };
    const answer = await ask(endpoint, operation, sentHeaders(typed, credential), signal);
    if (answer.status === 401 && !saysWhoAsks(typed)) session.refuse(credential);
    answers.note(answer);
    yield answer.result;
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
