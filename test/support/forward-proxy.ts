import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';

import { keyPem, type TestCertificate } from './certificate.js';

/** A request for a tunnel, as it came. */
export interface Tunnel {
  readonly target: string;
  readonly authorization: string | undefined;
  readonly host: string | undefined;
}

export interface ForwardProxy {
  /** Without credentials. */
  readonly url: string;
  readonly port: number;
  readonly tunnels: readonly Tunnel[];
  /** Requests that were not for a tunnel. */
  readonly others: number;
  /** Tunnels that are open now. */
  readonly open: number;
  close(): Promise<void>;
}

export interface ForwardProxyOptions {
  /** What a request for a tunnel gets: the tunnel, a status instead, nothing, an end, or an end once bytes come through. */
  readonly answer?: number | 'silence' | 'end' | 'end in the tunnel';
  /** Where every tunnel leads to, instead of its target. */
  readonly leadsTo?: number;
  /** The proxy itself speaks TLS. */
  readonly certificate?: TestCertificate;
}

/** Opens tunnels (CONNECT), and nothing else. */
export async function startForwardProxy({ answer = 200, leadsTo, certificate }: ForwardProxyOptions = {}): Promise<ForwardProxy> {
  const tunnels: Tunnel[] = [];
  const sockets = new Set<Socket>();
  let [others, open] = [0, 0];
  const refuseOther = (_request: unknown, response: { writeHead(status: number): { end(): void } }): void => {
    others += 1;
    response.writeHead(405).end();
  };
  const server: Server = certificate === undefined ? createServer(refuseOther) : createTlsServer({ cert: certificate.certificatePem, key: keyPem(certificate.privateKey) }, refuseOther);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  server.on('connect', ({ url = '', headers }: IncomingMessage, socket: Socket, head: Buffer) => {
    tunnels.push({ target: url, authorization: headers['proxy-authorization'], host: headers.host });
    if (answer === 'silence') return;
    if (answer === 'end') return void socket.destroy();
    if (typeof answer === 'number' && answer !== 200) return void socket.end(`HTTP/1.1 ${answer} No\r\nProxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 2\r\n\r\nno`);
    const behind = connect(leadsTo ?? Number(/\d+$/.exec(url)?.[0]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (answer === 'end in the tunnel') return void socket.once('data', () => socket.destroy());
      behind.write(head);
      behind.pipe(socket);
      socket.pipe(behind);
    });
    open += 1;
    sockets.add(behind);
    socket.on('close', () => {
      open -= 1;
      behind.destroy();
    });
    behind.on('error', () => socket.destroy()).on('close', () => {
      sockets.delete(behind);
      socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    tunnels,
    get others() {
      return others;
    },
    get open() {
      return open;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
