/** The words of `JobSourceErrorCode`. */
export type SourceErrorCode =
  | 'UPSTREAM_UNAUTHENTICATED'
  | 'UPSTREAM_FORBIDDEN'
  | 'UPSTREAM_NOT_FOUND'
  | 'UPSTREAM_BAD_REQUEST'
  | 'UPSTREAM_THROTTLED'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_UNREACHABLE'
  | 'UPSTREAM_ERROR'
  | 'UPSTREAM_BAD_RESPONSE'
  | 'UPSTREAM_BAD_NEXT_LINK'
  | 'UPSTREAM_CIRCUIT_OPEN'
  | 'BUDGET_EXHAUSTED';

/** The caller asked for something that cannot be; `argument` names what to change. Its message is shown to the caller. */
export class BadUserInputError extends Error {
  override readonly name = 'BadUserInputError';
  readonly code = 'BAD_USER_INPUT';

  constructor(
    readonly argument: string,
    message: string,
  ) {
    super(message);
  }
}

/** The caller has no right to this. Its message is shown to the caller. */
export class ForbiddenError extends Error {
  override readonly name = 'ForbiddenError';
  readonly code = 'FORBIDDEN';
}

/** Nobody was asked, because no source is meant; an empty answer alone would pass for "nothing there". Its message is shown to the caller. */
export class NoSourceError extends Error {
  override readonly name = 'NoSourceError';
  readonly code = 'NO_SOURCE';
}

/** What was counted falls into more groups than an answer may have. Its message is shown to the caller. */
export class TooManyGroupsError extends Error {
  override readonly name = 'TooManyGroupsError';
  readonly code = 'TOO_MANY_GROUPS';
}

export interface SourceErrorDetails {
  /** Where the code would say so, but the same request would fail the same way. */
  readonly isFinal?: boolean;
  readonly retryAfterSeconds?: number | null;
  readonly httpStatus?: number | null;
  readonly requestId?: string | null;
  readonly traceId?: string | null;
  /** Where a field asks one source alone, and its error has to say which. */
  readonly sourceId?: string | null;
  readonly cause?: unknown;
}

/** A source did not answer, or not in a form that can be trusted. Its message is shown to the caller: never an upstream body. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly isRetryable: boolean;
  readonly retryAfterSeconds: number | null;
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  readonly traceId: string | null;
  readonly sourceId: string | null;

  constructor(
    readonly code: SourceErrorCode,
    message: string,
    details: SourceErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.isRetryable = RETRYABLE.has(code) && details.isFinal !== true;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.httpStatus = details.httpStatus ?? null;
    this.requestId = details.requestId ?? null;
    this.traceId = details.traceId ?? null;
    this.sourceId = details.sourceId ?? null;
  }
}

const RETRYABLE: ReadonlySet<SourceErrorCode> = new Set([
  'UPSTREAM_THROTTLED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNREACHABLE',
  'UPSTREAM_ERROR',
  'UPSTREAM_BAD_RESPONSE',
  'UPSTREAM_CIRCUIT_OPEN',
  'BUDGET_EXHAUSTED',
]);

/** The operation's budget of calls or time is spent, or its client has gone away: what was read so far is the answer. */
export class BudgetSpentError extends Error {
  override readonly name = 'BudgetSpentError';
}

/** What an `Int` of the schema can hold. */
export const MAX_INT = 2 ** 31 - 1;

/** An error as the schema's `JobSourceError` shows it. */
export function errorNode({ code, message, isRetryable, retryAfterSeconds: seconds, httpStatus, requestId, traceId }: SourceError) {
  const retryAfterSeconds = seconds !== null && seconds > MAX_INT ? null : seconds;
  return { __typename: 'JobSourceError' as const, code, message, isRetryable, retryAfterSeconds, httpStatus, requestId, traceId };
}

/** The configuration is wrong; one sentence a fault, each naming a setting and never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}
