import { connect, type Socket } from 'node:net';

/** Requests as bytes, for what no HTTP client does. */

export const getText = (path: string, host = 'localhost'): string => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

export function operationText(query: string, headers: Record<string, string> = {}): string {
  const body = JSON.stringify({ query });
  const lines = Object.entries({ host: 'localhost', 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers }).map(([name, value]) => `${name}: ${value}`);
  return ['POST /graphql HTTP/1.1', ...lines, '', body].join('\r\n');
}

/** A connection that reads nothing until it is told to, and takes whatever becomes of it. */
export function connectTo(url: string, localAddress?: string): Socket {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', ...(localAddress !== undefined && { localAddress }) });
  return socket.on('error', () => undefined).pause();
}

/** Everything that comes until the connection ends. */
export async function readAll(socket: Socket): Promise<string> {
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => void (received += text));
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  return received;
}
