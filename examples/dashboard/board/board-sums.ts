import type { Board } from '../reading/use-board';

type Group = Board['groups'][number];
export type Sums = Pick<Group, 'total' | 'compliant' | 'breached' | 'undecided' | 'silentSources'>;

/** Groups add up. */
export function sumOf(groups: readonly Sums[]): Sums {
  const sum = (name: keyof Sums): number => groups.reduce((total, group) => total + group[name], 0);
  return { total: sum('total'), compliant: sum('compliant'), breached: sum('breached'), undecided: sum('undecided'), silentSources: sum('silentSources') };
}
