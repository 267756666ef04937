import { keyOf, fingerprint, startedBy, type SourcePlan } from '../planning/plan.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import { compareStartMarks, type StartMark } from './start-mark.js';

/** Up to where the jobs of each stream have come; null at the start. */
export type Marks = readonly (StartMark | null)[];

/** Negative: `a` comes before `b`. */
export function compareMarks(a: StartMark | null, b: StartMark | null): number {
  return a === null || b === null ? Number(a !== null) - Number(b !== null) : compareStartMarks(a, b);
}

/** What the marks leave to ask for. */
export function planBehind(plans: readonly SourcePlan<Source>[], marks: Marks, window: ResolvedWindow): SourcePlan<Source>[] {
  let asked = 0;
  return plans.map((plan) => {
    const own = marks.slice(asked, (asked += plan.streams.length));
    const streams = plan.streams.map((stream, index) => {
      const startedAt = own[index]?.startedAt ?? null;
      return startedAt === null ? stream : startedBy(stream, startedAt, window);
    });
    return { ...plan, streams };
  });
}

/** Of the streams, whatever part of the window they are asked for. */
export function fingerprintOfMany(plans: readonly SourcePlan<Source>[], { from, to }: ResolvedWindow): Uint8Array {
  return fingerprint(plans.flatMap(({ streams }) => streams.map((stream) => ({ key: keyOf({ ...stream, bounds: { from, to } }) }))));
}
