import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { isLoopback } from '../loopback.js';
import { refuse } from './refusals.js';

/** Takes requests to a loopback name only, whatever their path: a page whose name was pointed at this machine would pass for its own. */
export function answerLoopbackOnly(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => refuseOtherHost(request, reply) ?? undefined);
}

export function refuseOtherHost({ hostname }: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  return isLoopback(hostname) ? null : refuse(reply, { status: 403, message: 'Without callers configured, this server answers to loopback names only.' });
}
