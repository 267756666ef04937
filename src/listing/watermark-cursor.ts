import { BadUserInputError } from '../errors.js';
import { MAX_CONTENT_BYTES } from '../paging/cursor.js';
import { pack } from '../paging/packing.js';
import { packAhead, packFrame, type CursorFrame } from '../planning/bookmark.js';
import type { SourcePlan } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import { compareMarks, type Marks } from './marks.js';
import { packStartMark, unpackStartMark, type PackedStartMark } from './start-mark.js';

/** The places that there are, the furthest first, and the streams that do not stand there: numbers of stream and place in turn. */
type PackedMarks = readonly [places: readonly (PackedStartMark | null)[], behind: readonly number[]];
/** Else why there is no page after this one: too many sources failed, or jobs of the source with this rank came out of order. */
type Content = PackedMarks | null | number;

/** Sources that may have failed, or are catching up. */
const MOST_BEHIND = 40;

/** What is packed of a place in a list over many streams: its length depends only on how many sources failed. */
export function packMarks(frame: CursorFrame, marks: Marks, plans: readonly SourcePlan<Source>[]): Uint8Array {
  const ranks = plans.flatMap(({ streams }, rank) => streams.map(() => rank));
  const furthest = marks.reduce((one, other) => (compareMarks(one, other) > 0 ? one : other), null);
  const places = new Map([[furthest, 0]]);
  const behind: number[] = [];
  const sources = new Set<number | undefined>();
  for (const [stream, mark] of marks.entries()) {
    if (compareMarks(mark, furthest) === 0) continue;
    if (!places.has(mark)) places.set(mark, places.size);
    behind.push(stream, places.get(mark) ?? 0);
    sources.add(ranks[stream]);
  }
  const content: PackedMarks = [[...places.keys()].map((mark) => (mark === null ? null : packStartMark(mark))), behind];
  const packed = sources.size > MOST_BEHIND ? null : packContent(frame, content);
  return packed === null || packed.length > MAX_CONTENT_BYTES ? packContent(frame, null) : packed;
}

/** Instead of a place: after jobs that came out of order nothing tells which have come. */
export function packUnordered(frame: CursorFrame, rank: number): Uint8Array {
  return packContent(frame, rank);
}

function packContent(frame: CursorFrame, content: Content): Uint8Array {
  return Buffer.concat([packFrame(frame), packAhead(frame.window.ahead), pack(content)]);
}

/** `place` was sealed by this server, so its form is certain. */
export function unpackMarks([place]: readonly unknown[], plans: readonly SourcePlan<Source>[]): Marks {
  const content = place as Content;
  if (content === null) {
    throw bad(`More sources failed on the pages before than a cursor keeps the places of, which are ${MOST_BEHIND} at most.`, ', or go on from an earlier cursor once they answer');
  }
  if (typeof content === 'number') throw unorderedError(plans[content] as SourcePlan<Source>);
  const [packed, behind] = content;
  const places = packed.map((each) => (each === null ? null : unpackStartMark(each)));
  const marks = plans.flatMap(({ streams }) => streams).map(() => places[0] ?? null);
  for (let at = 0; at < behind.length; at += 2) marks[behind[at] as number] = places[behind[at + 1] as number] ?? null;
  return marks;
}

export function unorderedError({ source }: SourcePlan<Source>): BadUserInputError {
  return bad(`A list over so many upstream queries cannot be gone on with where jobs do not come newest first, as those of source ${source.id}.`, '');
}

function bad(why: string, hint: string): BadUserInputError {
  return new BadUserInputError('filter', `${why} Narrow the list by \`tenants\` or \`tenantLabels\`${hint}.`);
}
