import { encode, type Charset } from './charset.js';
import { writeJson, type Json, type JsonObject } from './json.js';

/** A response in the making; rows apart from what is around them, so that a fault can repeat them without end. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly head: string;
  readonly rows: readonly string[];
  readonly tail: string;
  /** UTF-8 without a mark where nothing is said. */
  readonly charset?: Charset;
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

/** As it goes over the wire. */
export function bytesOf(answer: Answer): Buffer {
  return encode(bodyOf(answer), answer.charset ?? { as: 'utf-8' });
}

/** No content, said by the status or by there being none. */
export function answerNothing(status: 200 | 204): Answer {
  return { status, headers: {}, head: '', rows: [], tail: '' };
}

/** The same in another charset, which the content type says where it declares one. */
export function inCharset(answer: Answer, charset: Charset): Answer {
  const type = 'application/json';
  const { declared } = charset;
  if (answer.headers['content-type'] === undefined) return answer;
  return { ...answer, charset, headers: { ...answer.headers, 'content-type': declared === undefined ? type : `${type}; charset=${declared}` } };
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
