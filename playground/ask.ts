import { GraphQLError, type ExecutionResult } from 'graphql';

export interface Operation {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | undefined;
}

/** By the server's own count; docs/operations.md says what it means. */
export interface Cost {
  readonly requested: number | null;
  readonly limit: number;
  readonly upstreamCalls: number;
  /** Of the caller's minute, where the server knows the caller. */
  readonly left?: number;
}

export interface Answer {
  readonly result: ExecutionResult;
  readonly status: number;
  readonly durationMs: number;
  /** Of the body, unpacked. */
  readonly bytes: number;
  readonly cost: Cost | null;
}

/** Asks the server to say what an operation costs. */
const COST_HEADER = 'x-query-cost';

export async function ask(endpoint: URL, operation: Operation, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Answer> {
  const startedAt = performance.now();
  const isCostWanted = Object.keys(headers).some((name) => name.toLowerCase() === COST_HEADER);
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...(!isCostWanted && { [COST_HEADER]: '1' }),
      ...headers,
    },
    body: JSON.stringify(operation),
    signal: signal ?? null,
  });
  const body = await response.arrayBuffer();
  const result = read(response, body);
  const { cost = null, ...extensions } = (result.extensions ?? {}) as { readonly cost?: Cost | null };
  return {
    // Whoever did not ask for the cost is shown the answer without it.
    result: isCostWanted ? result : withExtensions(result, extensions),
    status: response.status,
    durationMs: performance.now() - startedAt,
    bytes: body.byteLength,
    cost,
  };
}

function read(response: Response, body: ArrayBuffer): ExecutionResult {
  const type = response.headers.get('content-type') ?? 'no content type';
  if (!type.includes('json')) {
    return failure(`${response.url} answered ${response.status} with ${type} instead of a GraphQL response.`);
  }
  return JSON.parse(new TextDecoder().decode(body)) as ExecutionResult;
}

function withExtensions({ extensions: _, ...result }: ExecutionResult, extensions: object): ExecutionResult {
  return Object.keys(extensions).length === 0 ? result : { ...result, extensions: { ...extensions } };
}

export function failure(message: string): ExecutionResult {
  return { errors: [new GraphQLError(message)] };
}
