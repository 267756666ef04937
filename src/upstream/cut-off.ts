import { subscribe } from 'node:diagnostics_channel';

/** Undici says which request goes over which connection in these channels, and nowhere else. */
interface Message {
  readonly request: object;
}

const LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const used = new WeakSet<object>();
/** Requests that an upstream may have read: sent over a new connection, or answered in part. */
const arrived = new WeakSet<object>();
const unconnected = new WeakSet<object>();
const cutOff = new WeakSet<object>();

let isWatching = false;

/** Tells, from now on, connections that are new from those that have served a request. */
export function watchConnections(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('undici:client:sendHeaders', (message) => {
    const { request, socket } = message as Message & { readonly socket: object };
    if (!used.has(socket)) arrived.add(request);
    used.add(socket);
  });
  subscribe('undici:request:headers', (message) => void arrived.add((message as Message).request));
  subscribe('undici:client:connectError', (message) => void unconnected.add((message as { readonly error: Error }).error));
  subscribe('undici:request:error', (message) => {
    const { request, error } = message as Message & { readonly error: Error };
    // One that was not sent yet waited for a connection in use, which breaks with the same error.
    if (!arrived.has(request) && !unconnected.has(error) && 'code' in error && LOST.has(String(error.code))) cutOff.add(error);
  });
}

/** Whether a used connection broke before an answer came: most likely the other side had closed it already, and nobody has read the request. */
export function wasCutOff(failure: unknown): boolean {
  return failure instanceof Error && failure.cause instanceof Error && cutOff.has(failure.cause);
}
