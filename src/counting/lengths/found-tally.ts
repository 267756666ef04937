import type { JobRow } from '../../planning/match.js';
import type { Tally } from '../tally.js';

/** The jobs that an upstream's own search finds, whether they match otherwise or not. */
export interface FoundTally extends Tally {
  has(id: string): boolean;
}

export function createFoundTally(): FoundTally {
  const ids = new Set<string>();
  const note = ({ id }: JobRow): void => void ids.add(id);
  const count = (): number => ids.size;
  return { take: note, leave: note, met: count, matched: count, has: (id) => ids.has(id) };
}
