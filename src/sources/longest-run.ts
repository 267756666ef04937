import type { JobRow } from '../planning/match.js';

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
      for (const { node } of rows) longest = Math.max(longest, runOf(node.duration));
    },
  };
}

/** What an upstream itself says of a length is in no reliable unit. */
function runOf(duration: JobRow['node']['duration']): number {
  return duration === null || duration.basis === 'REPORTED' ? 0 : duration.seconds * 1000;
}
