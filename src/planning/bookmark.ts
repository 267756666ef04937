import { BadUserInputError } from '../errors.js';
import { MAX_CURSOR_LENGTH, type CursorSealer } from '../paging/cursor.js';
import { packPosition, unpackPosition, type PackedPosition } from '../paging/packing.js';
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
}

type Packed = readonly [
  from: number | null,
  to: number,
  flags: number,
  fingerprint: Uint8Array,
  lookbackHours: readonly number[],
  uncarried: readonly (readonly string[])[],
  positions: readonly PackedPosition[],
];

const HOUR_MS = 3_600_000;

const BY_FINISH = 1;
const IS_DEFAULT = 2;
const TAKES_UNSTARTED = 4;
const IS_OPEN_ENDED = 8;
const AHEAD = { none: 0, taken: 16, led: 32 } as const;

export function bindingText({ field, filter, window, rights }: BookmarkBinding): string {
  return JSON.stringify([field, filter ?? {}, window ?? { by: 'STARTED_AT' }, rights], canonical);
}

/** Fields in one order, and a null as if it had not been given. */
function canonical(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null && item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function writeCursor(sealer: CursorSealer, binding: string, bookmark: Bookmark, fingerprint: Uint8Array): string {
  const { from, to } = bookmark.window;
  const flags = flagsOf(bookmark.window);
  const lookbackHours = bookmark.lookbacks.map((lookbackMs) => lookbackMs / HOUR_MS);
  const uncarried = bookmark.uncarried.some((facets) => facets.length > 0) ? bookmark.uncarried : [];
  const sealAll = (positions: readonly Position[]): string => {
    const packed: Packed = [from, to, flags, fingerprint, lookbackHours, uncarried, positions.map(packOnce)];
    return sealer.seal(packed, binding);
  };
  let { positions } = bookmark;
  let cursor = sealAll(positions);
  for (const shorten of [withoutToken, withoutKey]) {
    if (cursor.length <= MAX_CURSOR_LENGTH) break;
    positions = positions.map(shorten);
    cursor = sealAll(positions);
  }
  return cursor;
}

function flagsOf({ by, isDefault, takesUnstarted, isOpenEnded, ahead }: ResolvedWindow): number {
  return (by === 'FINISHED_AT' ? BY_FINISH : 0) + (isDefault ? IS_DEFAULT : 0) + (takesUnstarted ? TAKES_UNSTARTED : 0) + (isOpenEnded ? IS_OPEN_ENDED : 0) + AHEAD[ahead];
}

const packings = new WeakMap<Position, PackedPosition>();

/** Between one row and the next, all walks but one stand where they stood. */
function packOnce(position: Position): PackedPosition {
  const known = packings.get(position) ?? packPosition(position);
  packings.set(position, known);
  return known;
}

/** Every endpoint also pages by number, so tokens can be given up, and with them what notices a circle of them. */
function withoutToken({ gap, ...position }: Position): Position {
  const place = { ...position.place, token: null };
  return { ...position, place, gap: gap && { ...gap, next: { ...gap.next, token: null } }, first: null, knownTokens: [] };
}

/** Where a sorted list has grown beyond its page, jobs that started at the very moment of the mark may then come again. */
function withoutKey(position: Position): Position {
  return position.mark === null || position.last === null ? position : { ...position, mark: { ...position.mark, key: '' } };
}

/** The bookmark of a cursor and a check of the plan that it belongs to. */
export function readCursor(
  sealer: CursorSealer,
  binding: string,
  cursor: string,
): Pick<Bookmark, 'window' | 'lookbacks' | 'uncarried'> & { positionsFor(fingerprint: Uint8Array, starts: readonly Position[]): readonly Position[] } {
  const packed = sealer.open(cursor, binding) as Packed | null;
  if (packed === null) throw badCursor();
  const [from, to, flags, fingerprint, lookbackHours, uncarried, positions] = packed;
  return {
    window: {
      from,
      to,
      by: flags & BY_FINISH ? 'FINISHED_AT' : 'STARTED_AT',
      isDefault: (flags & IS_DEFAULT) !== 0,
      takesUnstarted: (flags & TAKES_UNSTARTED) !== 0,
      isOpenEnded: (flags & IS_OPEN_ENDED) !== 0,
      ahead: flags & AHEAD.taken ? 'taken' : flags & AHEAD.led ? 'led' : 'none',
    },
    lookbacks: lookbackHours.map((hours) => hours * HOUR_MS),
    uncarried,
    positionsFor(expected, starts) {
      if (!Buffer.from(fingerprint).equals(expected)) throw badCursor();
      return starts.map((start, index) => unpackPosition(positions[index] as PackedPosition, start));
    },
  };
}

function badCursor(): BadUserInputError {
  return new BadUserInputError(
    'after',
    'This cursor cannot be used here. Take `endCursor` or a `cursor` of the same field with the same filter and window, or start again without `after`.',
  );
}
