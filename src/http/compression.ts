import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { FastifyInstance, FastifyReply } from 'fastify';

export type Encoding = 'br' | 'gzip';

/** A smaller answer is sent about as fast as it is. */
const MIN_CHARACTERS = 4096;
/** Answers are read once. A step more takes up to half as long again, for two to four bytes in a hundred. */
const BROTLI_QUALITY = 3;
const GZIP_LEVEL = 3;
/** As a power of two. A job looks like those just before it; the usual 4 MB are made ready anew for each answer, which takes longer than to compress it. */
const BROTLI_WINDOW = 16;

const brotli = promisify<string, { params: Record<number, number> }, Buffer>(brotliCompress);
const zip = promisify<string, { level: number }, Buffer>(gzip);

/** They work on other threads. */
const compressions: Readonly<Record<Encoding, (text: string) => Promise<Buffer>>> = {
  br: (text) => brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW } }),
  gzip: (text) => zip(text, { level: GZIP_LEVEL }),
};

/** Compresses the longer answers in JSON for clients that say that they take it. Files of the pages lie compressed already. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook<unknown>('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || !String(reply.getHeader('content-type')).includes('json')) return payload;
    varyByEncoding(reply);
    if (payload.length < MIN_CHARACTERS || request.method === 'HEAD') return payload;
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (encoding === null) return payload;
    const bytes = await compressions[encoding](payload);
    reply.header('content-encoding', encoding).header('content-length', bytes.length);
    return bytes;
  });
}

/** Whichever of the two the client prefers; brotli where both are welcome alike. Null: as it is, which may be what it prefers. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  if (accepted === undefined) return null;
  const weights = new Map(
    accepted.toLowerCase().split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
      return [name, weight === undefined ? 1 : Number(weight) || 0];
    }),
  );
  const weightOf = (encoding: Encoding): number => weights.get(encoding) ?? weights.get('*') ?? 0;
  const [br, gz] = [weightOf('br'), weightOf('gzip')];
  const best = Math.max(br, gz);
  if (best <= 0 || (weights.get('identity') ?? 0) > best) return null;
  return gz > br ? 'gzip' : 'br';
}

/** Caches between here and the client keep one answer for each. */
export function varyByEncoding(reply: FastifyReply): void {
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? 'accept-encoding' : `${String(vary)}, accept-encoding`);
}
