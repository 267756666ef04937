import type { HttpAnswer } from '../upstream/http.js';
import { readId, readIds } from '../wire/envelope.js';
import { parseJson } from '../wire/json.js';
import { fieldsOf } from '../wire/record.js';

/** 204, or a blank 200 that does not claim to be anything; one that is shorter than its announced length does not get here. */
export function hasNoContent({ status, headers, text }: HttpAnswer): boolean {
  return status === 204 || (status === 200 && text.trim() === '' && (headers['content-type'] ?? '') === '');
}

export function readJson({ text }: HttpAnswer): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

export function idsOf({ headers }: HttpAnswer, json: unknown): { readonly requestId: string | null; readonly traceId: string | null } {
  const inBody = readIds(fieldsOf(json));
  return {
    requestId: inBody.requestId ?? readId(headers['x-request-id'] ?? headers['request-id']),
    traceId: inBody.traceId ?? readId(headers['traceparent'] ?? headers['x-trace-id']),
  };
}
