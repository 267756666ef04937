import { once } from 'node:events';
import { Agent, createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Of one connection, not of what is passed on. */
const OWN_HEADERS = ['connection', 'keep-alive', 'transfer-encoding'];

/**
 * Sends each request to the next replica, and to the one after it where that does not answer in full: queries change nothing, so they can be
 * asked again. `X-Replica` says who answered. `replicas` is read anew each time.
 */
export async function startRoundRobin(replicas: readonly string[], port = 0) {
  const agent = new Agent({ keepAlive: true });
  let turn = -1;

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    turn += 1;
    const own = turn;
    for (let attempt = 0; attempt < replicas.length; attempt += 1) {
      const replica = replicas[(own + attempt) % replicas.length] ?? '';
      try {
        const asked = request(new URL(incoming.url ?? '/', replica), { method: incoming.method, headers: passed(incoming.headers), agent }).end(body);
        const [answer] = (await once(asked, 'response')) as [IncomingMessage];
        const content = await buffer(answer);
        return void outgoing.writeHead(answer.statusCode ?? 502, { ...passed(answer.headers), 'x-replica': new URL(replica).host }).end(content);
      } catch {
        // The next one may.
      }
    }
    outgoing.writeHead(502).end();
  }

  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing).catch(() => outgoing.destroy()));
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

function passed(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.includes(name)));
}
