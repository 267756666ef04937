import { BadUserInputError } from '../errors.js';
import { MAX_CONTENT_BYTES, type CursorSealer } from '../paging/cursor.js';
import { createPositionPacker, pack, unpackAll, unpackPosition, type PackedPosition } from '../paging/packing.js';
import type { Position } from '../paging/position.js';
import type { ResolvedWindow } from './window.js';

/** What a cursor holds: the window as resolved on the first page, and where every stream stands. */
export interface Bookmark {
  readonly window: ResolvedWindow;
  /** Of each selected source, milliseconds: later pages ask as the first one did, whatever runs were seen since. */
  readonly lookbacks: readonly number[];
  /** For each selected source, the facets that its records turned out not to carry. */
  readonly uncarried: readonly (readonly string[])[];
  readonly positions: readonly Position[];
}

/** What a cursor is bound to beside its content: the request that it goes on with. */
export interface BookmarkBinding {
  readonly field: string;
  readonly filter: unknown;
  readonly window: unknown;
  /** Of the caller, as text. */
  readonly rights: string;
  /** A word of the field's own. */
  readonly orderBy: string;
}

/** What all cursors of a page have in common. */
export type CursorFrame = Pick<Bookmark, 'window' | 'lookbacks' | 'uncarried'> & {
  /** Of the plan. */
  readonly fingerprint: Uint8Array;
};

type PackedFrame = readonly [
  from: number | null,
  to: number,
  flags: number,
  fingerprint: Uint8Array,
  lookbackHours: readonly number[],
  uncarried: readonly (readonly string[])[],
];
/** MessagePack values one after another: what is the same in several cursors is packed once. */
type Packed = readonly [frame: PackedFrame, ahead: number, ...place: readonly unknown[]];

const HOUR_MS = 3_600_000;

const BY_FINISH = 1;
const IS_DEFAULT = 2;
const TAKES_UNSTARTED = 4;
const IS_OPEN_ENDED = 8;
/** By what a cursor holds for it. */
const AHEADS = ['none', 'taken', 'led'] as const;

/** Cursors of the order that there was first are bound as they always were. */
export function bindingText({ field, filter, window, rights, orderBy }: BookmarkBinding): string {
  return JSON.stringify([field, filter ?? {}, window ?? { by: 'STARTED_AT' }, rights, ...(orderBy === 'STARTED_AT_DESC' ? [] : [orderBy])], canonical);
}

/** Fields in one order, and a null as if it had not been given. */
function canonical(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null && item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A place in a list, where all its streams stand. */
export interface ListPlace {
  readonly positions: readonly Position[];
  /** Of the window, as it is behind that place. */
  readonly ahead: ResolvedWindow['ahead'];
}

/** Writes cursors of one page. */
export type CursorWriter = (places: readonly ListPlace[]) => string[];

export function createCursorWriter(sealer: CursorSealer, binding: string, frame: CursorFrame): CursorWriter {
  const seal = sealer.sealFor(binding);
  const packedFrame = packFrame(frame);
  const headOf = remember((ahead: ResolvedWindow['ahead']) => Buffer.concat([packedFrame, packAhead(ahead)]));
  const packers = SHORTENINGS.map((shorten) => {
    const packPosition = createPositionPacker();
    // Between one row and the next, all walks but one stand where they stood.
    return remember((position: Position) => packPosition(shorten(position)));
  });

  function packPlace({ positions, ahead }: ListPlace): Uint8Array {
    let content = new Uint8Array();
    for (const packer of packers) {
      content = Buffer.concat([headOf(ahead), ...positions.map(packer)]);
      if (content.length <= MAX_CONTENT_BYTES) break;
    }
    return content;
  }

  return (places) => seal(places.map(packPlace));
}

function remember<Value>(packer: (value: Value) => Uint8Array): (value: Value) => Uint8Array {
  const packings = new Map<Value, Uint8Array>();
  return (value) => {
    const packing = packings.get(value) ?? packer(value);
    packings.set(value, packing);
    return packing;
  };
}

/** What every cursor begins with. */
export function packFrame({ window, lookbacks, uncarried, fingerprint }: CursorFrame): Uint8Array {
  const { from, to } = window;
  const lookbackHours = lookbacks.map((lookbackMs) => lookbackMs / HOUR_MS);
  const frame: PackedFrame = [from, to, flagsOf(window), fingerprint, lookbackHours, uncarried.some((facets) => facets.length > 0) ? uncarried : []];
  return pack(frame);
}

/** Goes behind the frame. */
export function packAhead(ahead: ResolvedWindow['ahead']): Uint8Array {
  return Uint8Array.of(AHEADS.indexOf(ahead));
}

function flagsOf({ by, isDefault, takesUnstarted, isOpenEnded }: ResolvedWindow): number {
  return (by === 'FINISHED_AT' ? BY_FINISH : 0) + (isDefault ? IS_DEFAULT : 0) + (takesUnstarted ? TAKES_UNSTARTED : 0) + (isOpenEnded ? IS_OPEN_ENDED : 0);
}

/** What is given up in turn where a cursor would be too long. */
const SHORTENINGS = [(position: Position) => position, withoutToken, (position: Position) => withoutKey(withoutToken(position))];

/** Every endpoint also pages by number, so tokens can be given up, and with them what notices a circle of them. */
function withoutToken({ gap, ...position }: Position): Position {
  const place = { ...position.place, token: null };
  return { ...position, place, gap: gap && { ...gap, next: { ...gap.next, token: null } }, first: null, knownTokens: [] };
}

/** Where a sorted list has grown beyond its page, jobs that started at the very moment of the mark may then come again. */
function withoutKey(position: Position): Position {
  return position.mark === null || position.last === null ? position : { ...position, mark: { ...position.mark, key: '' } };
}

/** What every cursor begins with, and the values behind that. */
export interface OpenedCursor {
  readonly frame: CursorFrame;
  readonly place: readonly unknown[];
}

/** The positions of a cursor that belongs to this plan. */
export function unpackPositions({ frame, place }: OpenedCursor, expected: Uint8Array, starts: readonly Position[]): readonly Position[] {
  checkPlan(frame, expected);
  return starts.map((start, index) => unpackPosition(place[index] as PackedPosition, start));
}

export function openCursor(sealer: CursorSealer, binding: string, cursor: string): OpenedCursor {
  const content = sealer.open(cursor, binding);
  if (content === null) throw badCursor();
  const [[from, to, flags, fingerprint, lookbackHours, uncarried], ahead, ...place] = unpackAll(content) as unknown as Packed;
  const window: ResolvedWindow = {
    from,
    to,
    by: flags & BY_FINISH ? 'FINISHED_AT' : 'STARTED_AT',
    isDefault: (flags & IS_DEFAULT) !== 0,
    takesUnstarted: (flags & TAKES_UNSTARTED) !== 0,
    isOpenEnded: (flags & IS_OPEN_ENDED) !== 0,
    ahead: AHEADS[ahead] ?? 'none',
  };
  return { frame: { window, lookbacks: lookbackHours.map((hours) => hours * HOUR_MS), uncarried, fingerprint }, place };
}

/** A cursor is good only for the streams that it was made for. */
export function checkPlan({ fingerprint }: CursorFrame, expected: Uint8Array): void {
  if (!Buffer.from(fingerprint).equals(expected)) throw badCursor();
}

function badCursor(): BadUserInputError {
  return new BadUserInputError(
    'after',
    'This cursor cannot be used here. Take `endCursor` or a `cursor` of the same field with the same filter, window and order, or start again without `after`.',
  );
}
