import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Authenticate } from '../auth/authenticate.js';
import { RefusedError, type Caller } from '../auth/caller.js';
import { isLoopback } from '../loopback.js';
import { isUtf8 } from './charset.js';
import { refuse } from './refusals.js';

export interface EntryRules {
  readonly authenticate: Authenticate;
  /** Whether only requests to a loopback name are taken. */
  readonly isLoopbackOnly: boolean;
  /** Operations at the same time. */
  readonly operations: number;
}

const RETRY_SECONDS = 1;

/** Stands before the operations of `scope`: who asks is found out before a body is read. */
export function guardEntry(scope: FastifyInstance, { authenticate, isLoopbackOnly, operations }: EntryRules): (request: FastifyRequest) => Caller {
  const callers = new WeakMap<FastifyRequest, Caller>();
  let running = 0;

  scope.addHook('onRequest', async (request, reply) => {
    // A page whose name was pointed at this machine would pass for its own.
    if (isLoopbackOnly && !isLoopback(request.hostname)) return refuse(reply, { status: 403, message: 'Without callers configured, this server answers to loopback names only.' });
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

  scope.addHook('preHandler', async (_request, reply) => {
    if (running >= operations) {
      return refuse(reply, { status: 503, message: 'Too many operations are running. Try again in a moment.', headers: { 'retry-after': String(RETRY_SECONDS) } });
    }
    running += 1;
    reply.raw.once('close', () => void (running -= 1));
  });

  return (request) => {
    const caller = callers.get(request);
    if (caller === undefined) throw new RefusedError(401, 'nobody asked');
    return caller;
  };
}
