import type { JobFailureCauseKind } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import { keyOf, type Reason } from './reasons.js';

/** A cause of failures at one source, and what is shown of the jobs that have it. */
export interface Cause {
  readonly kind: JobFailureCauseKind;
  readonly text: string;
  documentationUrl: string | null;
  /** As the newest job reported it. */
  example: { readonly message: string; readonly end: number } | null;
  /** The newest, newest first. */
  latest: readonly JobRow[];
  jobs: number;
  /** Whether it was one of the rarest when there were too many. */
  isGivenUp: boolean;
}

export interface CauseBook {
  /** Adds a job to the cause that it gives. */
  add(reason: Reason, row: JobRow): Cause;
  remove(cause: Cause, id: string): void;
}

const LATEST = 3;
/** Different causes that are kept while reading. */
const MAX_CAUSES = 5000;
/** Given up at a time, so that not every further cause sorts them all. */
const GIVEN_UP_AT_ONCE = 500;

export function createCauseBook(): CauseBook {
  const causes = new Map<string, Cause>();

  function giveUpRarest(): void {
    const rarest = [...causes].sort(([, a], [, b]) => a.jobs - b.jobs).slice(0, GIVEN_UP_AT_ONCE);
    for (const [key, cause] of rarest) {
      causes.delete(key);
      cause.isGivenUp = true;
      cause.example = null;
      cause.latest = [];
    }
  }

  return {
    add(reason, row) {
      const { kind, text, message, documentationUrl } = reason;
      const key = keyOf(reason);
      const known = causes.get(key);
      if (known === undefined && causes.size === MAX_CAUSES) giveUpRarest();
      const cause: Cause = known ?? { kind, text, documentationUrl: null, example: null, latest: [], jobs: 0, isGivenUp: false };
      causes.set(key, cause);
      cause.jobs += 1;
      cause.documentationUrl ??= documentationUrl;
      const end = endOf(row);
      if (message !== null && (cause.example === null || end >= cause.example.end)) cause.example = { message, end };
      cause.latest = newest([...cause.latest, row]);
      return cause;
    },
    remove(cause, id) {
      cause.jobs -= 1;
      cause.latest = cause.latest.filter((row) => row.id !== id);
    },
  };
}

/** By end, newest first, then by id. */
export function newest(rows: readonly JobRow[]): readonly JobRow[] {
  return [...rows].sort((a, b) => endOf(b) - endOf(a) || (a.node.id < b.node.id ? -1 : 1)).slice(0, LATEST);
}

function endOf({ finishedAt }: JobRow): number {
  return finishedAt ?? Number.MIN_SAFE_INTEGER;
}
