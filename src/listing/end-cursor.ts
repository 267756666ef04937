import { pack } from '../paging/packing.js';
import { boundsOf } from '../planning/bounds.js';
import { packAhead, packFrame, type CursorFrame } from '../planning/bookmark.js';
import { fingerprint, keyOf, type SourcePlan } from '../planning/plan.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import type { EndPlace } from './end-place.js';
import { packStartMark, unpackStartMark, type PackedStartMark } from './start-mark.js';

type PackedPlace = readonly [
  last: readonly [finishedAt: number, rank: number, key: string] | null,
  kept: number | null,
  late: PackedStartMark | null,
  to: number | null,
  isOrdered: boolean,
];
/** The places that there are, and which of them each source has; nothing of the latter where they all have one. */
type PackedPlaces = readonly [places: readonly PackedPlace[], placeOf: readonly number[]];

/** What is packed of a place in a list by end: no streams, so its length does not depend on how many there are. */
export function packPlaces(frame: CursorFrame, places: readonly EndPlace[]): Uint8Array {
  const packed = places.map(packPlace);
  const texts = packed.map((place) => JSON.stringify(place));
  const distinct = [...new Set(texts)];
  const content: PackedPlaces = [
    distinct.map((text) => packed[texts.indexOf(text)] as PackedPlace),
    distinct.length === 1 ? [] : texts.map((text) => distinct.indexOf(text)),
  ];
  return Buffer.concat([packFrame(frame), packAhead(frame.window.ahead), pack(content)]);
}

function packPlace({ last, kept, late, to, isOrdered }: EndPlace): PackedPlace {
  return [last === null ? null : [last.finishedAt, last.rank, last.key], kept, late === null ? null : packStartMark(late), to, isOrdered];
}

/** `content` was sealed by this server, so its form is certain. One place a source. */
export function unpackPlaces([content]: readonly unknown[], sources: number): EndPlace[] {
  const [packed, placeOf] = content as PackedPlaces;
  const places = packed.map(unpackPlace);
  return Array.from({ length: sources }, (_, index) => places[placeOf[index] ?? 0] as EndPlace);
}

function unpackPlace([last, kept, late, to, isOrdered]: PackedPlace): EndPlace {
  return {
    last: last === null ? null : { finishedAt: last[0], rank: last[1], key: last[2] },
    kept,
    late: late === null ? null : unpackStartMark(late),
    to,
    isOrdered,
  };
}

/** Of the streams as they were asked at first: later pages ask for less. */
export function fingerprintOf(plans: readonly SourcePlan<Source>[], window: ResolvedWindow): Uint8Array {
  return fingerprint(plans.flatMap(({ source, streams }) => streams.map((stream) => ({ key: keyOf({ ...stream, bounds: boundsOf(window, source, source.endpoint.grain) }) }))));
}
