import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';

import type { FastifyInstance } from 'fastify';

const CHECK_MS = 500;
const PIECE_BYTES = 16_384;
/** What is longer is sent in pieces. */
const LONG_BYTES = 65_536;

/** Closes the connection of an answer of which its client takes nothing for as long as `patienceOf` says, in milliseconds. */
export function limitSending(app: FastifyInstance, patienceOf: (answer: ServerResponse) => number): void {
  app.addHook<unknown>('onSend', async (request, reply, payload) => {
    const answer = reply.raw;
    if (answer.socket !== null) watch(answer, answer.socket, patienceOf);
    if (!(typeof payload === 'string' || Buffer.isBuffer(payload)) || payload.length < LONG_BYTES || request.method === 'HEAD') return payload;
    // Outside of the heap, and each piece that is taken shows.
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    reply.header('content-length', bytes.length);
    return Readable.from(piecesOf(bytes), { objectMode: false });
  });
}

function watch(answer: ServerResponse, socket: Socket, patienceOf: (answer: ServerResponse) => number): void {
  let [taken, takenAt] = [takenOf(socket), performance.now()];
  const timer = setInterval(() => {
    // Where nothing lies ready, it is not the client that is slow.
    if (takenOf(socket) !== taken || socket.writableLength === 0) [taken, takenAt] = [takenOf(socket), performance.now()];
    else if (performance.now() - takenAt >= patienceOf(answer)) socket.destroy();
  }, CHECK_MS).unref();
  answer.once('close', () => clearInterval(timer));
}

const takenOf = ({ bytesWritten, writableLength }: Socket): number => bytesWritten - writableLength;

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES);
}
