import { decodeMulti, Encoder } from '@msgpack/msgpack';

import type { Place } from './page.js';
import { DIGEST_BYTES, digestOf, type Gap, type KnownToken, type Mark, type Position } from './position.js';

/** A position in few bytes. What changes from row to row stands before what does not, which is packed once for all of them. */
export type PackedPosition =
  | typeof AT_START
  | typeof AT_END
  /** At the start, with the first row there. */
  | Uint8Array
  /** In a list that was sorted here. */
  | PackedMark
  | readonly [passed: Uint8Array, still: PackedStill];

type PackedStill = readonly [
  place: PackedPlace,
  /** The sum of `ORDERED` and `FULL`, as they hold. */
  pages: number,
  first: Uint8Array | null,
  /** Numbers and digests in turn. */
  knownTokens: readonly (number | Uint8Array)[],
  gap: readonly [pages: number, next: PackedPlace] | null,
  mark: PackedMark | null,
];

/** A number alone is a place that was promised and has no token. */
type PackedPlace = number | readonly [number: number, token: Uint8Array | string | null];
type PackedMark = readonly [startedAt: number | null, key: string];

type Still = Pick<Position, 'place' | 'isOrdered' | 'arePagesFull' | 'first' | 'knownTokens' | 'gap' | 'mark'>;

const AT_START = 0;
const AT_END = 1;

const ORDERED = 1;
const FULL = 2;

/** Packs the positions of one page. */
export function createPositionPacker(): (position: Position) => Uint8Array {
  const known = new Map<Place, { readonly still: Still; readonly packed: Uint8Array }>();

  function stillOf(position: Position): Uint8Array {
    const before = known.get(position.place);
    if (before !== undefined && isAsStill(before.still, position)) return before.packed;
    const packed = pack(packStill(position));
    known.set(position.place, { still: position, packed });
    return packed;
  }

  return (position) => {
    const { last, gap, mark, first } = position;
    if (position.isEnded) return pack(AT_END);
    if (last !== null || gap !== null) return packPassed(position, stillOf(position));
    if (mark !== null) return pack(packMark(mark));
    return pack(first === null ? AT_START : toBytes(first.digest));
  };
}

function isAsStill(a: Still, b: Still): boolean {
  return a.isOrdered === b.isOrdered && a.arePagesFull === b.arePagesFull && a.first === b.first && a.knownTokens === b.knownTokens && a.gap === b.gap && a.mark === b.mark;
}

function packStill({ place, isOrdered, arePagesFull, first, knownTokens, gap, mark }: Still): PackedStill {
  return [
    packPlace(place),
    (isOrdered ? ORDERED : 0) + (arePagesFull ? FULL : 0),
    first === null ? null : toBytes(first.digest),
    knownTokens.flatMap(({ number, digest }) => [number, toBytes(digest)]),
    gap === null ? null : [gap.pages, packPlace(gap.next)],
    mark === null ? null : packMark(mark),
  ];
}

/** MessagePack's marks of two values, and of a binary with its length in a byte. */
const PAIR = 0x92;
const BINARY = 0xc4;
const PASSED_FROM = 3;
/** Within the binary, which begins with the offset and ends before the last row where there is none. */
const SEEN_AT = 2;
const LAST_AT = 6;
const DIGEST_AT = 14;

/** Written byte by byte: there is one for every cursor of a page. */
function packPassed({ offset, seen, last }: Position, still: Uint8Array): Uint8Array {
  const length = last === null ? LAST_AT : DIGEST_AT + DIGEST_BYTES;
  const bytes = Buffer.allocUnsafe(PASSED_FROM + length + still.length);
  bytes[0] = PAIR;
  bytes[1] = BINARY;
  bytes[2] = length;
  bytes.writeUInt16BE(offset, PASSED_FROM);
  bytes.writeUInt32BE(seen, PASSED_FROM + SEEN_AT);
  if (last !== null) {
    bytes.writeDoubleBE(last.startedAt ?? Number.NaN, PASSED_FROM + LAST_AT);
    bytes.write(digestOf(last), PASSED_FROM + DIGEST_AT, 'latin1');
  }
  bytes.set(still, PASSED_FROM + length);
  return bytes;
}

function unpackPassed(packed: Uint8Array): Pick<Position, 'offset' | 'seen' | 'last'> {
  const bytes = Buffer.from(packed);
  const [offset, seen] = [bytes.readUInt16BE(0), bytes.readUInt32BE(SEEN_AT)];
  if (bytes.length === LAST_AT) return { offset, seen, last: null };
  const startedAt = bytes.readDoubleBE(LAST_AT);
  return { offset, seen, last: { startedAt: Number.isNaN(startedAt) ? null : startedAt, digest: toDigest(bytes.subarray(DIGEST_AT)) } };
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
  if (isMark(packed)) return { ...start, isOrdered: false, mark: unpackMark(packed) };
  const [passed, [place, pages, first, knownTokens, gap, mark]] = packed;
  return {
    ...unpackPassed(passed),
    place: unpackPlace(place),
    gap: gap === null ? null : unpackGap(gap),
    isOrdered: (pages & ORDERED) !== 0,
    arePagesFull: (pages & FULL) !== 0,
    mark: mark === null ? null : unpackMark(mark),
    first: first === null ? null : { startedAt: null, digest: toDigest(first) },
    knownTokens: pairs(knownTokens),
    isEnded: false,
  };
}

function isMark(packed: PackedMark | readonly [Uint8Array, PackedStill]): packed is PackedMark {
  return !(packed[0] instanceof Uint8Array);
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
  return Buffer.from(bytes).toString('latin1');
}

function toBytes(digest: string): Uint8Array {
  return Buffer.from(digest, 'latin1');
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
