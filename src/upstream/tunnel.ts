import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type Socket } from 'node:net';

import { buildConnector } from 'undici';

import { portOf } from './proxies.js';

/** The proxy gave no way to where a call goes. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';

  constructor(
    /** What it answered; null where it did not. */
    readonly status: number | null,
    cause?: unknown,
  ) {
    super('no way through the proxy', { cause });
  }
}

/** Connects through a tunnel that the proxy opens (CONNECT), to `http:` targets too. */
export function tunnelThrough(proxy: URL, timeoutMs: number): buildConnector.connector {
  const secure = buildConnector({ timeout: timeoutMs });
  return (options, callback) => {
    const target = options.port === '' ? `${options.hostname}:${options.protocol === 'https:' ? 443 : 80}` : (options.host ?? '');
    openTunnel(proxy, target, timeoutMs).then(
      (socket) => {
        if (options.protocol === 'https:') secure({ ...options, httpSocket: socket }, callback);
        else callback(null, socket);
      },
      (failure: unknown) => callback(new ProxyError(failure instanceof ProxyError ? failure.status : null, failure), null),
    );
  };
}

function openTunnel(proxy: URL, target: string, timeoutMs: number): Promise<Socket> {
  const host = proxy.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === 'https:' ? https : http).request({
      method: 'CONNECT',
      host,
      port: portOf(proxy),
      path: target,
      headers: { host: target, ...credentialsOf(proxy) },
      agent: false,
      // Else taken from the header `host`, which names the target.
      servername: isIP(host) === 0 ? host : '',
    });
    const timer = setTimeout(() => request.destroy(new ProxyError(null)), timeoutMs);
    request.once('close', () => clearTimeout(timer));
    request.once('error', reject);
    request.once('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket, head: Buffer) => {
      clearTimeout(timer);
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy();
        reject(new ProxyError(statusCode));
        return;
      }
      // Until it is in use nobody listens, and then whoever uses it does.
      socket.on('error', () => undefined);
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.end();
  });
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
