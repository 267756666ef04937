import { decodeAnswer, type DecodedFrom, type SizedPage } from '../sources/decode-answer.js';
import { globalIdOf } from '../wire/global-id.js';
import type { JobPage } from '../wire/page.js';

/**
 * A page in memory. Those that walks leave behind are seldom asked for again, and the rows of each are thousands of objects that the
 * collector copies, marks and sweeps: of one that was left, or that others have come after, its text alone is kept, until somebody asks.
 */
export interface KeptPage {
  /** Null where it is to be decoded anew. */
  page: JobPage | null;
  /** Absent where it was not decoded from a text. */
  readonly from?: DecodedFrom | undefined;
  /** Of its jobs, once its rows are gone. */
  jobIds: readonly string[] | null;
}

/** What is asked for soon after it came is among the latest: the page that a walk goes on from, in each of some streams that are merged. */
const LATEST = 16;

export interface KeptPages {
  add(sized: SizedPage): KeptPage;
}

export function createKeptPages(): KeptPages {
  const latest: KeptPage[] = [];
  return {
    add({ page, from }) {
      const kept: KeptPage = { page, from, jobIds: null };
      if (from !== undefined && latest.push(kept) > LATEST) leaveText(latest.shift() as KeptPage);
      return kept;
    },
  };
}

/** One that is asked for after that is asked for often: it stays. */
export function leaveText(kept: KeptPage): void {
  if (kept.from === undefined || kept.page === null || kept.jobIds !== null) return;
  kept.jobIds = kept.page.rows.map(({ id }) => id);
  kept.page = null;
}

/** The page, which stays as it is from then on. */
export function pageOf(kept: KeptPage): JobPage {
  return (kept.page ??= decodeAnswer(kept.from as DecodedFrom).page);
}

/** Global ids of its jobs, which are not written for that. */
export function idsOf({ page, from, jobIds }: KeptPage): readonly string[] {
  if (from === undefined) return [];
  const { id: sourceId } = from.subject.node;
  return (page?.rows.map(({ id }) => id) ?? jobIds ?? []).map((jobId) => globalIdOf(sourceId, jobId));
}
