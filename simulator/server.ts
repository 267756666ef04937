import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerApi, failAtGateway, findPlace, type ApiRequest } from './api.js';
import { inCharset, type Answer, type Trace } from './answer.js';
import { countFault, remember, type ReceivedCall, type TokenCall } from './calls.js';
import { createFaultPicker, deliver, takes } from './faults.js';
import { tokenPath } from './identity.js';
import type { Json } from './json.js';
import { between, createRandom, type Random } from './random.js';
import type { IdentitySwitches, ProductSwitches } from './switches.js';
import type { Open, World } from './world.js';

const MAX_BODY_BYTES = 1024 * 1024;

export function createSimulatorServer(world: World): Server {
  const { switches, calls, tokenCalls, tally, callsKept, open } = world;
  const pickFault = createFaultPicker(createRandom(world.seed));
  const traceRandom = createRandom(world.seed);

  function serveToken(request: ApiRequest, response: ServerResponse): Promise<void> {
    const at = world.now();
    const { answer, scope, assertionFault } = world.identity.issue(request, switches.identity, at, world.graphUrl() + tokenPath);
    const call: Open<TokenCall> = { scope, assertionFault, status: null, at };
    remember(tokenCalls, call, callsKept);
    tally.tokenCalls += 1;
    return send(response, answer, switches.identity, call, () => ({ error: 'temporarily_unavailable' }));
  }

  function serveApi(request: ApiRequest, response: ServerResponse): Promise<void> {
    const { method, path, rawQuery, query, rawBody, body, headers } = request;
    const place = findPlace(path);
    const call: Open<ReceivedCall> = {
      product: place?.product ?? null,
      endpoint: place === null ? null : place.endpoint.path + (place.endpoint.kind === 'detail' ? '{jobId}' : ''),
      method,
      path,
      query: Object.fromEntries(query),
      rawQuery,
      body,
      rawBody,
      headers,
      status: null,
      at: world.now(),
    };
    remember(calls, call, callsKept);
    countOpen(response);
    tally.calls += 1;
    const trace = createTrace(tally.calls, traceRandom, call.at);
    const answer = answerApi(place, request, trace, world);
    const own = place === null ? untroubled : switches[place.product];
    return send(response, answer, own, call, (status, message) =>
      (place?.endpoint.fail ?? failAtGateway)(status, message, trace),
    );
  }

  function countOpen(response: ServerResponse): void {
    open.now += 1;
    open.most = Math.max(open.most, open.now);
    response.once('close', () => void (open.now -= 1));
  }

  async function send(
    response: ServerResponse,
    answer: Answer,
    { fault, latencyMs, headers, charset }: Trouble,
    call: { status: number | null },
    fail: (status: number, message: string) => Json,
  ): Promise<void> {
    const struck = pickFault(fault);
    if (struck !== null) countFault(tally, struck);
    if (latencyMs > 0) await sleep(latencyMs, undefined, { ref: false });
    const dressed = { ...answer, headers: { ...answer.headers, ...headers } };
    call.status = deliver(response, charset === null ? dressed : inCharset(dressed, charset), struck, fail);
  }

  const server = createServer((incoming, response) => {
    if (!takes(incoming.socket, response)) return void incoming.socket.resetAndDestroy();
    response.setHeader('date', new Date(world.now() + switches.identity.clockOffsetMs).toUTCString());
    readRequest(incoming)
      .then((request) => (request === null ? refuseBody(response) : (isTokenRequest(request) ? serveToken : serveApi)(request, response)))
      .catch(() => response.destroy());
  });
  // Longer than any client keeps an idle connection, so that it is never this side that closes one in use.
  server.keepAliveTimeout = 120_000;
  return server;
}

type Trouble = Pick<ProductSwitches & IdentitySwitches, 'fault' | 'latencyMs' | 'headers' | 'charset'>;
const untroubled: Trouble = { fault: null, latencyMs: 0, headers: {}, charset: null };

function refuseBody(response: ServerResponse): void {
  response.writeHead(413).end();
}

function isTokenRequest({ method, path }: ApiRequest): boolean {
  return method === 'POST' && path === tokenPath;
}

/** Null where the body is larger than any request of the API. */
async function readRequest(incoming: IncomingMessage): Promise<ApiRequest | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read to its end, or the client would see a reset instead of the answer.
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (bytes > MAX_BODY_BYTES) return null;
  const rawBody = Buffer.concat(chunks).toString('utf8');
  // Not through URL, which would resolve the dots in a path.
  const [path = '', ...rest] = (incoming.url ?? '').split('?');
  const rawQuery = rest.join('?');
  return {
    method: incoming.method ?? '',
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    rawBody,
    body: readJson(rawBody),
    headers: incoming.headers,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function createTrace(served: number, random: Random, now: number): Trace {
  const digit = (): string => between(random, 0, 15).toString(16);
  const hex = (digits: number): string => Array.from({ length: digits }, digit).join('');
  return {
    requestId: `0HN${hex(10).toUpperCase()}:${served.toString(16).padStart(8, '0')}`,
    timestamp: new Date(now).toISOString(),
    traceId: `00-${hex(32)}-${hex(16)}-00`,
  };
}
