import type { JobRow } from '../planning/match.js';
import { clockedLength } from '../wire/duration.js';

/** The longest run of a source's jobs that any page showed in this process, ended or not, in milliseconds. */
export interface LongestRun {
  readonly milliseconds: number;
  note(rows: readonly JobRow[]): void;
}

export function createLongestRun(): LongestRun {
  let longest = 0;
  return {
    get milliseconds() {
      return longest;
    },
    note(rows) {
      // What an upstream itself says of a length is in no reliable unit.
      for (const row of rows) longest = Math.max(longest, clockedLength(row) ?? 0);
    },
  };
}
