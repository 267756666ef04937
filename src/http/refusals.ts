import type { FastifyInstance, FastifyReply } from 'fastify';

export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const CODES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'UNAVAILABLE',
};

/** What a client that speaks GraphQL can read, in the media type that it asked for. */
export function refuse(reply: FastifyReply, { status, message, headers = {} }: Refusal): FastifyReply {
  const type = /application\/graphql-response\+json/i.test(reply.request.headers.accept ?? '') ? 'application/graphql-response+json' : 'application/json';
  return reply
    .code(status)
    .headers(headers)
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify({ errors: [{ message, extensions: { code: CODES[status] ?? 'BAD_REQUEST' } }] }));
}

/** Answers in JSON also where no operation came about: bodies that cannot be read, paths that there are not. */
export function answerFaults(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, { status: 404, message: 'There is nothing at this path.' }));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(reply, { status, message: messageOf(status) });
    // A client that has left takes no answer to its end.
    if (!(reply.raw.destroyed && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) request.log.error({ err: error }, 'internal error');
    return refuse(reply, { status: 500, message: 'Internal server error' });
  });
}

/** A path that cannot be decoded reaches no route; Fastify's own answer repeats it. */
export function refuseUnreadable(reply: FastifyReply): FastifyReply {
  return refuse(reply, { status: 400, message: 'The path cannot be read: write `%` as `%25`.' });
}

/** The parser's own message may quote the body. */
function messageOf(status: number): string {
  if (status === 413) return 'The body is larger than this server takes.';
  if (status === 415) return 'The body has to be `application/json`.';
  return 'The request cannot be read.';
}
