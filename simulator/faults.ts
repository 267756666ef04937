import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable, pipeline } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import { answerJson, answerText, bytesOf, inCharset, type Answer } from './answer.js';
import type { Charset } from './charset.js';
import type { Json } from './json.js';
import type { Random } from './random.js';

/** When a fault strikes: after some calls were spared, with so many spared between two strikes, so often, with this probability. */
interface Strikes {
  readonly after?: number;
  readonly apart?: number;
  readonly times?: number;
  readonly probability?: number;
}

export type Fault = Strikes &
  (
    | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
    | { readonly kind: 'html'; readonly status?: number }
    /** Without a content type where that is null. */
    | { readonly kind: 'body'; readonly text: string; readonly status?: number; readonly contentType?: string | null; readonly charset?: Charset; readonly headers?: Readonly<Record<string, string>> }
    /** The product's failure envelope, inside HTTP 200. */
    | { readonly kind: 'envelope-error'; readonly status?: number }
    /** The right answer, but for what a hand-edited sample has: a trailing comma. */
    | { readonly kind: 'invalid-json' }
    /** Half of the announced body, then the connection ends. */
    | { readonly kind: 'truncated' }
    | { readonly kind: 'reset' }
    /** The right answer, and a while later the connection is reset; without a while, when another request comes over it. */
    | { readonly kind: 'reset-after'; readonly afterMs?: number }
    /** The request is taken, and nothing follows. */
    | { readonly kind: 'hang' }
    | { readonly kind: 'slow-headers'; readonly delayMs: number }
    | { readonly kind: 'slow-drip'; readonly everyMs: number; readonly bytes?: number }
    /** Compressed, asked for or not. */
    | { readonly kind: 'gzip' }
    /** The first row so many times over; streamed, so that only the reader can run out of memory. */
    | { readonly kind: 'giant'; readonly rows: number; readonly gzip?: boolean }
  );

export type FaultPicker = (faults: Fault | readonly Fault[] | null) => Fault | null;

export function createFaultPicker(random: Random): FaultPicker {
  const met = new WeakMap<Fault, { calls: number; strikes: number; sparedUntil: number }>();

  function strikes(fault: Fault): boolean {
    const so = met.get(fault) ?? { calls: 0, strikes: 0, sparedUntil: fault.after ?? 0 };
    met.set(fault, so);
    so.calls += 1;
    if (so.calls <= so.sparedUntil || so.strikes >= (fault.times ?? Infinity)) return false;
    if (fault.probability !== undefined && random() >= fault.probability) return false;
    so.strikes += 1;
    so.sparedUntil = so.calls + (fault.apart ?? 0);
    return true;
  }

  return (faults) => {
    if (faults === null) return null;
    return ('kind' in faults ? [faults] : faults).find(strikes) ?? null;
  };
}

function answerFault({ status = 200, contentType = 'application/json', text, headers, charset }: Extract<Fault, { kind: 'body' }>): Answer {
  if (contentType === null) return { status, headers: headers ?? {}, head: text, rows: [], tail: '' };
  const answer = answerText(status, contentType, text, headers);
  return charset === undefined ? answer : inCharset(answer, charset);
}

function gatewayPage(status: number): string {
  return `<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>Error ${status}</h1></body></html>\n`;
}

/** Sends the answer as the fault has it, and says what status that was, if any. */
export function deliver(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | null,
  fail: (status: number, message: string) => Json,
): number | null {
  switch (fault?.kind) {
    case undefined:
      return send(response, answer);
    case 'status':
      return send(response, answerJson(fault.status, fail(fault.status, 'The request was not served.'), fault.headers));
    case 'html':
      return send(response, answerText(fault.status ?? 200, 'text/html', gatewayPage(fault.status ?? 200)));
    case 'body':
      return send(response, answerFault(fault));
    case 'envelope-error':
      return send(response, answerJson(200, fail(fault.status ?? 500, 'An internal error occurred.')));
    case 'invalid-json':
      return send(response, { ...answer, tail: `${answer.tail},` });
    case 'truncated':
      return sendHalf(response, answer);
    case 'reset':
      response.socket?.resetAndDestroy();
      return null;
    case 'reset-after':
      resetLater(response, fault.afterMs ?? null);
      return send(response, answer);
    case 'hang':
      return null;
    case 'slow-headers':
      whileOpen(response, setTimeout(() => send(response, answer), fault.delayMs));
      return answer.status;
    case 'slow-drip':
      return drip(response, answer, fault.everyMs, fault.bytes ?? 1);
    case 'gzip':
      response.writeHead(answer.status, { ...answer.headers, 'content-encoding': 'gzip' });
      response.end(gzipSync(bytesOf(answer)));
      return answer.status;
    case 'giant':
      return sendGiant(response, answer, fault.rows, fault.gzip ?? false);
  }
}

function send(response: ServerResponse, answer: Answer): number {
  const body = bytesOf(answer);
  // A 204 has no length.
  response.writeHead(answer.status, { ...answer.headers, ...(answer.status !== 204 && { 'content-length': body.length }) });
  response.end(body);
  return answer.status;
}

/** Connections that are as good as closed. */
const doomed = new WeakSet<object>();
/** What each connection is in use for, or was last. */
const latest = new WeakMap<object, ServerResponse>();

/** Whether the connection takes another request; from then on it is in use for that. */
export function takes(connection: Socket, response: ServerResponse): boolean {
  latest.set(connection, response);
  return !doomed.has(connection);
}

/** Unless another request has come meanwhile: nobody closes a connection as idle that is in use. */
function resetLater(response: ServerResponse, afterMs: number | null): void {
  const { socket } = response;
  if (socket === null) return;
  if (afterMs === null) return void doomed.add(socket);
  response.once('finish', () => setTimeout(() => latest.get(socket) === response && socket.resetAndDestroy(), afterMs).unref());
}

function sendHalf(response: ServerResponse, answer: Answer): number {
  const body = bytesOf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  return answer.status;
}

function drip(response: ServerResponse, answer: Answer, everyMs: number, bytes: number): number {
  const body = bytesOf(answer);
  let sent = 0;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  response.flushHeaders();
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + bytes));
    sent += bytes;
    if (sent >= body.length) response.end();
  }, everyMs);
  whileOpen(response, timer);
  return answer.status;
}

function whileOpen(response: ServerResponse, timer: NodeJS.Timeout): void {
  response.once('close', () => clearTimeout(timer));
}

function sendGiant(response: ServerResponse, answer: Answer, rows: number, gzip: boolean): number {
  const row = answer.rows[0] ?? '{}';
  const many = `,${row}`.repeat(100);
  function* body(): Generator<string> {
    yield answer.head + row;
    for (let left = rows - 1; left > 0; left -= 100) yield left >= 100 ? many : `,${row}`.repeat(left);
    yield answer.tail;
  }
  const ended = (): void => {
    // A reader that has had enough hangs up; that is the point of this fault.
  };
  response.writeHead(answer.status, { ...answer.headers, ...(gzip ? { 'content-encoding': 'gzip' } : {}) });
  if (gzip) pipeline(Readable.from(body()), createGzip(), response, ended);
  else pipeline(Readable.from(body()), response, ended);
  return answer.status;
}
