import { BadUserInputError } from '../../errors.js';
import type { ListingContext } from '../../listing/context.js';

/** Where a page of workloads ends. */
export interface WorkloadPlace {
  /** Of the first page. */
  readonly now: number;
  readonly sourceId: string;
  readonly operation: string;
  readonly code: string | null;
  /** Its place among states, and when it succeeded last; null where it is not known to have. */
  readonly state: number;
  readonly success: number | null;
}

type Packed = readonly [now: number, sourceId: string, operation: string, code: string | null, state: number, success: number | null];

/** Seals places for one list of workloads. */
export function createPlaceWriter(cursors: ListingContext['cursors'], binding: string): (places: readonly WorkloadPlace[]) => string[] {
  const seal = cursors.sealFor(binding);
  return (places) => seal(places.map(({ now, sourceId, operation, code, state, success }) => Buffer.from(JSON.stringify([now, sourceId, operation, code, state, success] satisfies Packed))));
}

/** What was sealed by this server has the form that it was sealed in. */
export function openPlace(cursors: ListingContext['cursors'], binding: string, cursor: string): WorkloadPlace {
  const content = cursors.open(cursor, binding);
  if (content === null) throw new BadUserInputError('after', 'This cursor cannot be used here. Take `endCursor` or a `cursor` of `jobWorkloads` with the same arguments, or start again without `after`.');
  const [now, sourceId, operation, code, state, success] = JSON.parse(Buffer.from(content).toString()) as Packed;
  return { now, sourceId, operation, code, state, success };
}
