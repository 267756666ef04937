import { decodeMulti, Encoder } from '@msgpack/msgpack';

import type { Place } from './page.js';
import { digestOf, type Gap, type KnownToken, type Mark, type Position } from './position.js';

/** A position in as few bytes as MessagePack allows. */
export type PackedPosition =
  | typeof AT_START
  | typeof AT_END
  /** At the start, with the first row there. */
  | Uint8Array
  /** In a list that was sorted here. */
  | PackedMark
  | readonly [
      place: PackedPlace,
      offset: number,
      seen: number,
      isOrdered: boolean,
      last: readonly [startedAt: number | null, digest: Uint8Array] | null,
      first: Uint8Array | null,
      /** Numbers and digests in turn. */
      knownTokens: readonly (number | Uint8Array)[],
      gap: readonly [pages: number, next: PackedPlace] | null,
      mark: PackedMark | null,
    ];

/** A number alone is a place that was promised and has no token. */
type PackedPlace = number | readonly [number: number, token: Uint8Array | string | null];
type PackedMark = readonly [startedAt: number | null, key: string];

const AT_START = 0;
const AT_END = 1;

export function packPosition(position: Position): PackedPosition {
  const { place, offset, seen, isOrdered, last, gap, mark, first, knownTokens } = position;
  if (position.isEnded) return AT_END;
  if (last === null && gap === null) {
    if (mark !== null) return packMark(mark);
    return first === null ? AT_START : toBytes(first.digest);
  }
  return [
    packPlace(place),
    offset,
    seen,
    isOrdered,
    last === null ? null : [last.startedAt, toBytes(digestOf(last))],
    first === null ? null : toBytes(first.digest),
    knownTokens.flatMap(({ number, digest }) => [number, toBytes(digest)]),
    gap === null ? null : [gap.pages, packPlace(gap.next)],
    mark === null ? null : packMark(mark),
  ];
}

function packPlace({ number, token, isGuess }: Place): PackedPlace {
  if (token !== null) return [number, packToken(token)];
  return isGuess ? [number, null] : number;
}

function packMark({ startedAt, key }: Mark): PackedMark {
  return [startedAt, key];
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
  if (packed instanceof Uint8Array) return { ...start, first: { startedAt: null, digest: toDigest(packed) } };
  if (packed.length === 2) return { ...start, isOrdered: false, mark: unpackMark(packed) };
  const [place, offset, seen, isOrdered, last, first, knownTokens, gap, mark] = packed;
  return {
    place: unpackPlace(place),
    offset,
    seen,
    last: last === null ? null : { startedAt: last[0], digest: toDigest(last[1]) },
    gap: gap === null ? null : unpackGap(gap),
    isOrdered,
    mark: mark === null ? null : unpackMark(mark),
    first: first === null ? null : { startedAt: null, digest: toDigest(first) },
    knownTokens: pairs(knownTokens),
    isEnded: false,
  };
}

function unpackPlace(packed: PackedPlace): Place {
  if (typeof packed === 'number') return { number: packed, token: null };
  const [number, token] = packed;
  if (token === null) return { number, token, isGuess: true };
  return { number, token: typeof token === 'string' ? token : Buffer.from(token).toString('base64') };
}

function unpackGap([pages, next]: readonly [number, PackedPlace]): Gap {
  return { pages, next: unpackPlace(next) };
}

function unpackMark([startedAt, key]: PackedMark): Mark {
  return { startedAt, key };
}

function pairs(known: readonly (number | Uint8Array)[]): KnownToken[] {
  const numbers = known.filter((one) => typeof one === 'number');
  const digests = known.filter((one) => typeof one !== 'number');
  return numbers.map((number, index) => ({ number, digest: toDigest(digests[index] as Uint8Array) }));
}

function toDigest(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function toBytes(digest: string): Uint8Array {
  return Buffer.from(digest, 'hex');
}

const encoder = new Encoder();

/** As MessagePack, which says itself where a value ends. */
export function pack(value: unknown): Uint8Array {
  return encoder.encode(value);
}

/** Values that were packed one after another. */
export function unpackAll(bytes: Uint8Array): unknown[] {
  return [...decodeMulti(bytes)];
}
