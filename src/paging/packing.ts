import type { KnownToken, Position } from './position.js';

/** A position in as few bytes as MessagePack allows. */
export type PackedPosition =
  | typeof AT_START
  | typeof AT_END
  | readonly [
      number: number,
      offset: number,
      seen: number,
      isOrdered: boolean,
      startedAt: number | null,
      last: Uint8Array,
      first: Uint8Array | null,
      /** Numbers and digests in turn. */
      knownTokens: readonly (number | Uint8Array)[],
      token: Uint8Array | string | null,
    ];

const AT_START = 0;
const AT_END = 1;

export function packPosition(position: Position): PackedPosition {
  if (position.isEnded) return AT_END;
  if (position.last === null) return AT_START;
  const { place, offset, seen, isOrdered, last, first, knownTokens } = position;
  return [
    place.number,
    offset,
    seen,
    isOrdered,
    last.startedAt,
    Buffer.from(last.digest, 'base64url'),
    first === null ? null : Buffer.from(first.digest, 'base64url'),
    knownTokens.flatMap(({ number, digest }) => [number, Buffer.from(digest, 'base64url')]),
    place.token === null ? null : packToken(place.token),
  ];
}

/** Opaque tokens are mostly base64: as bytes they take a quarter less. */
function packToken(token: string): Uint8Array | string {
  const bytes = Buffer.from(token, 'base64');
  return bytes.toString('base64') === token ? bytes : token;
}

/** `packed` was sealed by this server, so its form is certain. */
export function unpackPosition(packed: PackedPosition, start: Position): Position {
  if (packed === AT_START) return start;
  if (packed === AT_END) return { ...start, isEnded: true };
  const [number, offset, seen, isOrdered, startedAt, last, first, knownTokens, token] = packed;
  return {
    place: { number, token: typeof token === 'string' || token === null ? token : Buffer.from(token).toString('base64') },
    offset,
    seen,
    isOrdered,
    last: { startedAt, digest: toDigest(last) },
    first: first === null ? null : { startedAt: null, digest: toDigest(first) },
    knownTokens: pairs(knownTokens),
    isEnded: false,
  };
}

function pairs(known: readonly (number | Uint8Array)[]): KnownToken[] {
  const numbers = known.filter((one) => typeof one === 'number');
  const digests = known.filter((one) => typeof one !== 'number');
  return numbers.map((number, index) => ({ number, digest: toDigest(digests[index] as Uint8Array) }));
}

function toDigest(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
