import type { IncomingHttpHeaders } from 'node:http';
import { answerJson, Refusal, type Answer, type Fail, type Trace } from './answer.js';
import { disguiseEnvelope, disguiseRow } from './disguise.js';
import { raw, writeJson } from './json.js';
import { answerList } from './listing.js';
import { fromBody, fromQuery } from './parameters.js';
import { productNames, products, type ProductName } from './products/index.js';
import type { DetailEndpoint, Endpoint } from './products/product.js';
import type { World } from './world.js';

export interface ApiRequest {
  readonly method: string;
  /** As it came, percent signs and dots included. */
  readonly path: string;
  readonly rawQuery: string;
  readonly query: URLSearchParams;
  readonly rawBody: string;
  /** Undefined where there is no body, or none that is JSON. */
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** Whose path it is. */
export interface Place {
  readonly product: ProductName;
  readonly endpoint: Endpoint;
}

export function findPlace(path: string): Place | null {
  for (const product of productNames) {
    const endpoint = products[product].endpoints.find((one) => isAt(one, path));
    if (endpoint !== undefined) return { product, endpoint };
  }
  return null;
}

function isAt(endpoint: Endpoint, path: string): boolean {
  if (endpoint.kind === 'list') return path === endpoint.path;
  return path.startsWith(endpoint.path) && /^[^/]+$/.test(path.slice(endpoint.path.length));
}

/** For what no product answers. */
export const failAtGateway: Fail = (status, message, { requestId, traceId }) => ({
  error: { code: String(status), message },
  requestId,
  traceId,
});

export function answerApi(place: Place | null, request: ApiRequest, trace: Trace, world: World): Answer {
  try {
    return answerOrRefuse(place, request, trace, world);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { status, message } = refusal;
    return answerJson(status, (place?.endpoint.fail ?? failAtGateway)(status, message, trace));
  }
}

function answerOrRefuse(place: Place | null, request: ApiRequest, trace: Trace, world: World): Answer {
  if (place === null) throw new Refusal(404, 'Resource not found.');
  const { product, endpoint } = place;
  const now = world.now();
  const switches = world.switches[product];
  if (!switches.enabled) throw new Refusal(404, 'Resource not found.');
  if (endpoint.method !== request.method) throw new Refusal(405, 'The method is not allowed.');
  const scope = world.identity.scopeOf(request.headers.authorization, world.switches.identity, now);
  if (scope !== products[product].scope) throw new Refusal(401, 'Access denied due to an invalid access token.');
  if (!switches.permitted) throw new Refusal(403, 'The app lacks the permission that this resource requires.');

  if (endpoint.kind === 'detail') return answerDetail(endpoint, product, request, trace, world);
  const isPost = endpoint.method === 'POST';
  if (isPost && typeof request.body !== 'object') throw new Refusal(400, 'A JSON body is required.');
  return answerList(endpoint, {
    parameters: isPost ? fromBody(request.body) : fromQuery(request.query),
    query: request.query,
    ledger: world.ledgers[product],
    tokens: world.pageTokens,
    switches,
    graphUrl: world.graphUrl(),
    now,
    trace,
  });
}

function answerDetail(
  endpoint: DetailEndpoint,
  product: ProductName,
  request: ApiRequest,
  trace: Trace,
  world: World,
): Answer {
  const switches = world.switches[product];
  const job = world.ledgers[product].find(lastSegment(request.path), switches, world.now() + switches.clockAheadMs);
  if (job === null || !endpoint.shows(job, fromQuery(request.query))) throw new Refusal(404, 'The job does not exist.');
  const row = writeJson(disguiseRow(endpoint.row(job, switches), switches));
  return answerJson(200, disguiseEnvelope(endpoint.envelope(raw(row), trace), switches));
}

function lastSegment(path: string): string {
  try {
    return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  } catch {
    throw new Refusal(400, 'The job id cannot be read.');
  }
}
