import { writeJson, type Json, type JsonObject } from './json.js';

/** A response in the making; rows apart from what is around them, so that a fault can repeat them without end. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly head: string;
  readonly rows: readonly string[];
  readonly tail: string;
}

type Headers = Readonly<Record<string, string>>;

export function answerJson(status: number, body: Json, headers: Headers = {}): Answer {
  return answerText(status, 'application/json; charset=utf-8', writeJson(body), headers);
}

export function answerText(status: number, contentType: string, text: string, headers: Headers = {}): Answer {
  return { status, headers: { 'content-type': contentType, ...headers }, head: text, rows: [], tail: '' };
}

/** Takes apart the JSON text of an envelope at the place where its rows go. */
export function answerRows(envelope: string, place: string, rows: readonly string[]): Answer {
  const [head = '', tail = ''] = envelope.split(place);
  return { ...answerText(200, 'application/json; charset=utf-8', head), rows, tail };
}

export function bodyOf(answer: Answer): string {
  return answer.head + answer.rows.join(',') + answer.tail;
}

/** Thrown wherever a request is found wanting; becomes the endpoint's own failure envelope. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** What the vendor puts beside an answer so that its support can find it. */
export interface Trace {
  readonly requestId: string;
  readonly traceId: string;
  readonly timestamp: string;
}

export type Fail = (status: number, message: string, trace: Trace) => JsonObject;
