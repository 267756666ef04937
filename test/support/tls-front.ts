import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer } from 'node:tls';

import { keyPem, type TestCertificate } from './certificate.js';

export interface TlsFront {
  /** `https:` with this host name. */
  urlFor(host?: string): string;
  close(): Promise<void>;
}

/** TLS before a server that speaks plain HTTP on this machine. */
export async function startTlsFront(target: string, { certificatePem, privateKey }: TestCertificate): Promise<TlsFront> {
  const open = new Set<Socket>();
  const server = createServer({ cert: certificatePem, key: keyPem(privateKey) }, (socket) => {
    const behind = connect(Number(new URL(target).port), '127.0.0.1');
    for (const [end, other] of [[socket, behind], [behind, socket]] as const) {
      open.add(end);
      end.on('error', () => other.destroy()).on('close', () => open.delete(end));
      end.pipe(other);
    }
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (host = '127.0.0.1') => `https://${host}:${port}`,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
