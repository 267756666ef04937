import { MAX_INT, SourceError, type SourceErrorCode } from '../errors.js';
import { clockLead } from './clock.js';
import type { HttpAnswer } from './http.js';

/** What the messages name, so that a reader knows what to check. */
export interface FailureSubject {
  /** Method and path. */
  readonly label: string;
  readonly scope: string;
  readonly region: string;
}

export interface FailureFacts {
  readonly status: number;
  readonly requestId: string | null;
  readonly traceId: string | null;
  readonly retryAfterSeconds: number | null;
}

/** The error that an HTTP status stands for, or the status that an error inside a 200 carries. */
export function failureOfStatus(facts: FailureFacts, subject: FailureSubject): SourceError {
  const { status, requestId, traceId, retryAfterSeconds } = facts;
  const [code, advice] = explain(status, subject, retryAfterSeconds);
  // Another attempt would be redirected again.
  const isFinal = status >= 300 && status < 400;
  return new SourceError(code, `${subject.label} ${advice}`, { httpStatus: status, requestId, traceId, retryAfterSeconds, isFinal });
}

function explain(status: number, { scope, region }: FailureSubject, retryAfter: number | null): [SourceErrorCode, string] {
  if (status === 401) {
    return ['UPSTREAM_UNAUTHENTICATED', 'refused the access token (401). Check AVEPOINT_CLIENT_ID and its secret or certificate, and that AVEPOINT_ENVIRONMENT is the one of the app registration.'];
  }
  if (status === 403) {
    return ['UPSTREAM_FORBIDDEN', `needs the permission ${scope} (403). Grant it to the app registration in AvePoint Online Services > App registrations.`];
  }
  if (status === 404) {
    return ['UPSTREAM_NOT_FOUND', `was not found (404). Check that the tenant's data centre is AVEPOINT_REGION (${region}), and that the product is enabled for the tenant.`];
  }
  if (status === 408) return ['UPSTREAM_TIMEOUT', 'timed out (408). Try again later.'];
  if (status === 429) {
    return ['UPSTREAM_THROTTLED', `is throttled (429). Try again ${retryAfter === null || retryAfter > MAX_INT ? 'later' : `in ${retryAfter} s`}, and with fewer queries at once.`];
  }
  if (status >= 500 || status < 300) return ['UPSTREAM_ERROR', `reported a failure of its own (${status}). Try again later; the request id helps AvePoint's support.`];
  if (status < 400) return ['UPSTREAM_BAD_RESPONSE', `redirected elsewhere (${status}), which is not followed. Check AVEPOINT_GRAPH_URL, and proxies in between.`];
  return ['UPSTREAM_BAD_REQUEST', `refused the query (${status}). Check the filter for codes that this endpoint does not take, and AVEPOINT_PAGE_SIZE.`];
}

export function unreadable({ label }: FailureSubject, cause?: unknown): SourceError {
  return new SourceError('UPSTREAM_BAD_RESPONSE', `${label} answered with something that is not a page of jobs. Check AVEPOINT_GRAPH_URL, and proxies in between.`, { cause });
}

/** How many seconds an answer asks to wait. Only these two can mean it, and a date is by the clock of who wrote it. */
export function retryAfterOf(status: number, { headers }: Pick<HttpAnswer, 'headers'>): number | null {
  if (status !== 429 && status !== 503) return null;
  const now = Date.now();
  return readRetryAfter(headers['retry-after'], now - (clockLead(headers['date'], now) ?? 0));
}

/** Whole seconds of a Retry-After header: a number of seconds or an HTTP date; null for anything else. */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | null {
  const text = (Array.isArray(header) ? header[0] : header)?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}
