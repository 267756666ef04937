import { subscribe } from 'node:diagnostics_channel';

/** Undici says which request goes over which connection in these channels, and nowhere else. */
interface Message {
  readonly request: object;
}

const LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const used = new WeakSet<object>();
/** Requests on a connection that had served others before, as long as nothing came back. */
const onUsed = new WeakSet<object>();
const cutOff = new WeakSet<object>();

let isWatching = false;

/** Tells, from now on, connections that are new from those that have served a request. */
export function watchConnections(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('undici:client:sendHeaders', (message) => {
    const { request, socket } = message as Message & { readonly socket: object };
    if (used.has(socket)) onUsed.add(request);
    used.add(socket);
  });
  subscribe('undici:request:headers', (message) => void onUsed.delete((message as Message).request));
  subscribe('undici:request:error', (message) => {
    const { request, error } = message as Message & { readonly error: Error };
    if (onUsed.has(request) && 'code' in error && LOST.has(String(error.code))) cutOff.add(error);
  });
}

/** Whether a used connection broke before an answer came: most likely the other side had closed it already, and nobody has read the request. */
export function wasCutOff(failure: unknown): boolean {
  return failure instanceof Error && failure.cause instanceof Error && cutOff.has(failure.cause);
}
