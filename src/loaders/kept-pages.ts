import { decodeAnswer, type DecodedFrom, type SizedPage } from '../sources/decode-answer.js';
import { globalIdOf } from '../wire/global-id.js';
import type { JobPage } from '../wire/page.js';
import type { OffHeapTexts } from './off-heap-texts.js';

/**
 * A page in memory. Those that walks leave behind are seldom asked for again, and the rows of each are thousands of objects that the
 * collector copies, marks and sweeps: of one that was left, or that others have come after, its text alone is kept, until somebody asks.
 */
export interface KeptPage {
  /** Null where it is to be decoded anew. */
  page: JobPage | null;
  /** What it was decoded from, without the text once that lies off the heap; null where there was nothing to decode. */
  from: DecodedFrom | null;
  /** Where its text will lie. */
  readonly texts: OffHeapTexts;
  /** Null until it was left. */
  left: LeftPage | null;
}

interface LeftPage {
  readonly jobIds: readonly string[];
  /** Null once it has made room for others. */
  text(): string | null;
}

/** What is asked for soon after it came is among the latest: the page that a walk goes on from, in each of some streams that are merged. */
const LATEST = 16;

export interface KeptPages {
  add(sized: SizedPage, texts: OffHeapTexts): KeptPage;
}

export function createKeptPages(): KeptPages {
  const latest: KeptPage[] = [];
  return {
    add({ page, from = null }, texts) {
      const kept: KeptPage = { page, from, texts, left: null };
      if (from !== null && latest.push(kept) > LATEST) leaveText(latest.shift() as KeptPage);
      return kept;
    },
  };
}

/** One that is asked for after that is asked for often: it stays. */
export function leaveText(kept: KeptPage): void {
  const { page, from, texts, left } = kept;
  if (page === null || from === null || left !== null) return;
  kept.left = { jobIds: page.rows.map(({ id }) => id), text: texts.keep(from.answered.answer.text) };
  kept.from = withText(from, '');
  kept.page = null;
}

/** Nobody asks for it any more: its text takes no room from others. */
export function drop(kept: KeptPage): void {
  kept.from = null;
}

function withText({ answered, ...from }: DecodedFrom, text: string): DecodedFrom {
  return { ...from, answered: { ...answered, answer: { ...answered.answer, text } } };
}

/** The page, which stays as it is from then on; null where its text has made room for others. */
export function pageOf(kept: KeptPage): JobPage | null {
  kept.page ??= decodeLeft(kept);
  return kept.page;
}

function decodeLeft({ from, left }: KeptPage): JobPage | null {
  const text = left?.text() ?? null;
  return from === null || text === null ? null : decodeAnswer(withText(from, text)).page;
}

/** Global ids of its jobs, which are not written for that. */
export function idsOf({ page, from, left }: KeptPage): readonly string[] {
  if (from === null) return [];
  const { id: sourceId } = from.subject.node;
  return (page?.rows.map(({ id }) => id) ?? left?.jobIds ?? []).map((jobId) => globalIdOf(sourceId, jobId));
}
