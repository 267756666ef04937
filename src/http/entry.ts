import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Authenticate } from '../auth/authenticate.js';
import { RefusedError, type Caller } from '../auth/caller.js';
import { isUtf8 } from './charset.js';
import type { Places } from './places.js';
import { refuse } from './refusals.js';

export interface EntryRules {
  readonly authenticate: Authenticate;
  readonly places: Places;
}

const RETRY_SECONDS = 1;

/** Stands before the operations of `scope`: who asks is found out before a body is read. */
export function guardEntry(scope: FastifyInstance, { authenticate, places }: EntryRules): (request: FastifyRequest) => Caller {
  const callers = new WeakMap<FastifyRequest, Caller>();

  scope.addHook('onRequest', async (request, reply) => {
    try {
      callers.set(request, await authenticate(request.raw.headersDistinct));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      request.log.info({ reason: error.reason }, 'refused');
      const headers = error.status === 401 ? { 'www-authenticate': 'Bearer' } : error.status === 503 ? { 'retry-after': String(RETRY_SECONDS) } : {};
      return refuse(reply, { status: error.status, message: error.message, headers });
    }
    if ((request.headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') return refuse(reply, { status: 415, message: 'Compressed bodies are not taken. Send the body as it is, without `content-encoding`.' });
    if (request.method === 'POST' && !isUtf8(request.headers['content-type'])) {
      return refuse(reply, { status: 415, message: 'The content type declares a charset other than UTF-8. Send the body in UTF-8, as `application/json`.' });
    }
  });

  scope.addHook('preHandler', async (request, reply) => {
    const outcome = await places.take(holderOf(callerOf(request), request), reply.raw);
    if (outcome === 'gone') return reply.hijack();
    if (outcome === 'full') return refuse(reply, { status: 503, message: 'Too many operations are running. Try again in a moment.', headers: { 'retry-after': String(RETRY_SECONDS) } });
  });

  function callerOf(request: FastifyRequest): Caller {
    const caller = callers.get(request);
    if (caller === undefined) throw new RefusedError(401, 'nobody asked');
    return caller;
  }

  return callerOf;
}

/** Whose places they are: where nobody is asked who they are, an address has to do. */
function holderOf({ isKnown, name }: Caller, { raw: { socket } }: FastifyRequest): string {
  return isKnown ? name : `${name} at ${socket.remoteAddress ?? ''}`;
}
