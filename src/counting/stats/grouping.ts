import { placeIn, type Stretch } from '../../clocks/clock.js';
import type { JobStatsDimension } from '../../generated/types.js';
import { addJob, createGroup, type Group } from './group.js';
import { keyOfSource, keyText, NO_KEY, type GroupKey } from '../group-key.js';
import type { JobTable } from '../job-table.js';
import type { Reading } from '../reading.js';
import { STATUSES } from '../roll.js';
import { isTold, type ToldValue } from '../told.js';
import { MAX_GROUPS, tooManyGroups } from '../too-many.js';

/** Jobs counted by what they were grouped by. */
export interface Grouped {
  readonly groups: readonly Group[];
  readonly total: Group;
  /** How many jobs of each reading lie in each stretch. */
  readonly read: ReadonlyMap<Reading<JobTable>, readonly number[]>;
}

/** Jobs that are added up before others have their turn. */
const AT_ONCE = 10_000;

/** `stretches`: null where jobs are not told apart by time. Every key has a group in each of them. */
export async function groupJobs(readings: readonly Reading<JobTable>[], dimensions: readonly JobStatsDimension[], stretches: readonly Stretch[] | null, turn: () => Promise<void>): Promise<Grouped> {
  const total = createGroup(NO_KEY);
  const told = dimensions.filter(isTold);
  const nothing: readonly ToldValue[] = told.map(() => null);
  /** The groups of a key, one a stretch. */
  const rows = new Map<string, readonly Group[]>();
  const read = new Map<Reading<JobTable>, number[]>();
  const places = stretches ?? [null];

  function rowOf(key: GroupKey): readonly Group[] {
    const text = keyText(key);
    const known = rows.get(text);
    if (known !== undefined) return known;
    if ((rows.size + 1) * places.length > MAX_GROUPS) throw tooManyGroups(mostFirst([...rows.values()].map(([group]) => (group as Group).key), dimensions));
    const row = places.map((stretch) => createGroup({ ...key, stretch }));
    rows.set(text, row);
    return row;
  }

  // What is not told apart, or by time alone, has its groups whoever was asked.
  if (dimensions.length === (stretches === null ? 0 : 1)) rowOf(NO_KEY);
  for (const reading of readings.filter(({ outcome }) => outcome !== 'SKIPPED')) {
    const { tally } = reading;
    const key = keyOfSource(reading.plan.source, dimensions);
    const perStretch = places.map(() => 0);
    const known = new Map<number, readonly Group[]>();
    read.set(reading, perStretch);
    for (let index = 0; index < tally.met(); index += 1) {
      if (index % AT_ONCE === 0) await turn();
      const status = tally.statusAt(index);
      if (status === null) continue;
      const instant = tally.placeAt(index);
      const place = stretches === null ? 0 : placeFor(stretches, instant);
      perStretch[place] = (perStretch[place] ?? 0) + 1;
      // The stream that would tell of it was not read so far: it is in a group that cannot be named.
      if (instant < (reading.coveredFrom ?? Infinity) && tally.isUntoldAt(index)) continue;
      const combination = tally.combinationAt(index);
      const row = known.get(combination) ?? rowOf({ ...key, told: tally.toldAt(index) });
      known.set(combination, row);
      const code = STATUSES.indexOf(status);
      addJob(row[place] as Group, tally, index, code);
      addJob(total, tally, index, code);
    }
    if (known.size === 0) rowOf({ ...key, told: nothing });
  }
  return { groups: [...rows.values()].flat(), total, read };
}

/** Jobs ahead of this clock are in the last one. */
function placeFor(stretches: readonly Stretch[], instant: number): number {
  const place = placeIn(stretches, instant);
  return place === -1 ? stretches.length - 1 : place;
}

function mostFirst(keys: readonly GroupKey[], dimensions: readonly JobStatsDimension[]): JobStatsDimension[] {
  const told = dimensions.filter(isTold);
  const valuesOf = (dimension: JobStatsDimension): number => new Set(keys.map((key) => keyText({ ...NO_KEY, told: isTold(dimension) ? [key.told[told.indexOf(dimension)] ?? null] : [] }))).size;
  return [...dimensions].sort((a, b) => valuesOf(b) - valuesOf(a));
}
