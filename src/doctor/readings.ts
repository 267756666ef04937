import type { Bounds, Grain } from '../planning/bounds.js';
import { DAY_MS, HOUR_MS } from './windows.js';

/**
 * How an endpoint may understand its time filter. `within`: the whole job has to lie inside; `ignored`: every job passes. Beside the
 * three that a setting names, these two are seen with APIs, and must not be taken for one of them.
 */
export type Kind = 'start' | 'finish' | 'overlap' | 'within' | 'ignored';

/** One way to understand a window that was sent. */
export interface Interpretation {
  readonly kind: Kind;
  /** Dates only: the last day is in. */
  readonly takesLastDay: boolean;
  /** Dates only: whose midnight it is, hours ahead of UTC. */
  readonly zoneHours: number;
}

/** Whether a finished job was in the answer to a window. */
export interface Observation {
  readonly bounds: Bounds;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly isSeen: boolean;
}

const KINDS: readonly Kind[] = ['start', 'finish', 'overlap', 'within', 'ignored'];
/** From UTC−12 to UTC+14, by quarters of an hour: there are zones of 5:30 and of 5:45. */
const ZONES = Array.from({ length: 26 * 4 + 1 }, (_, index) => index / 4 - 12);
/** Nearer to an end of the window than this, a time is neither in nor out: it may be cut, or stand for the job's creation, and whether ends count is not documented. */
const BLUR_MS = { hour: 15_000, day: 120_000 } as const;

export function allInterpretations(grain: Grain): Interpretation[] {
  if (grain === 'hour') return KINDS.map((kind) => ({ kind, takesLastDay: false, zoneHours: 0 }));
  return KINDS.flatMap((kind) => ZONES.flatMap((zoneHours) => [true, false].map((takesLastDay) => ({ kind, takesLastDay, zoneHours }))));
}

/** The interpretations under which everything observed had to be as it was. */
export function fitting(candidates: readonly Interpretation[], observations: readonly Observation[], grain: Grain): Interpretation[] {
  return candidates.filter((candidate) =>
    observations.every((observation) => {
      const expected = predict(candidate, observation, BLUR_MS[grain]);
      return expected === null || expected === observation.isSeen;
    }),
  );
}

/** Null where a time that is too near to an end of the window decides. */
function predict({ kind, takesLastDay, zoneHours }: Interpretation, { bounds, startedAt, finishedAt }: Observation, blurMs: number): boolean | null {
  const from = (bounds.from ?? Number.NEGATIVE_INFINITY) - zoneHours * HOUR_MS;
  const to = bounds.to - zoneHours * HOUR_MS + (takesLastDay ? DAY_MS : 0);
  const isAfter = (at: number, end: number): boolean | null => (Math.abs(at - end) < blurMs ? null : at > end);
  const isIn = (at: number): boolean | null => both(isAfter(at, from), isAfter(to, at));
  if (kind === 'ignored') return true;
  if (kind === 'start') return isIn(startedAt);
  if (kind === 'finish') return isIn(finishedAt);
  if (kind === 'within') return both(isIn(startedAt), isIn(finishedAt));
  return both(isAfter(to, startedAt), isAfter(finishedAt, from));
}

function both(one: boolean | null, other: boolean | null): boolean | null {
  if (one === false || other === false) return false;
  return one === null || other === null ? null : true;
}
