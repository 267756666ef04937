import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { FastifyInstance, FastifyReply } from 'fastify';

const HEADER = 'x-request-id';
/** As W3C's Trace Context has it; nothing else that a client sends is taken into the log. */
const TRACEPARENT = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** That of its trace where it came with one. */
export function requestIdOf({ headers: { traceparent } }: IncomingMessage): string {
  return typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : randomUUID();
}

export function answerRequestId(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    nameRequest(reply);
    done();
  });
}

/** So that whoever has an answer can ask for its lines in the log. */
export function nameRequest(reply: FastifyReply): FastifyReply {
  return reply.header(HEADER, reply.request.id);
}
