import type { Job, JobStatus } from '../generated/types.js';
import type { Row } from '../paging/page.js';
import { isOutside } from './bounds.js';
import type { Facet } from './facet.js';
import { isDefaultOnly, type FacetCheck, type PlannableSource, type SourcePlan, type Stream } from './plan.js';
import { isInWindow, type ResolvedWindow } from './window.js';

/** Something odd that did not stop the answer; a word of `JobSourceWarningCode`. */
export interface Warning {
  readonly code: 'UNKNOWN_CODE' | 'UNREADABLE_VALUE' | 'RECORD_WITHOUT_ID' | 'PAGE_DRIFT' | 'OUT_OF_ORDER' | 'FILTER_IGNORED' | 'CLOCK_AHEAD' | 'ENDED_WITHOUT_END' | 'UNATTRIBUTED';
  readonly message: string;
}

/** A decoded job with what planning and paging need of it. */
export interface JobRow extends Row {
  readonly finishedAt: number | null;
  /** When it was read, epoch milliseconds. */
  readonly observedAt: number;
  /** Upstream code by facet name, or a word that no code stands for; null where the record does not say. */
  readonly codes: Readonly<Record<string, string | null>>;
  readonly status: JobStatus;
  /** Written when it is asked for first. */
  readonly node: Job;
  readonly warnings: readonly Warning[];
}

/** Whether a job has an end and no start. */
export function isStartless({ startedAt, finishedAt }: Pick<JobRow, 'startedAt' | 'finishedAt'>): boolean {
  return startedAt === null && finishedAt !== null;
}

/** Whether records contradict what the stream asked for: an upstream that ignores a parameter proves nothing with it. */
export function contradicts<S extends PlannableSource>(rows: readonly JobRow[], stream: Stream<S>, plan: SourcePlan<S>): boolean {
  return plan.checks.some(({ facet }) => {
    const asked = stream.parameters[facet.name];
    return asked !== undefined && facet.isCarried && rows.some(({ codes }) => tells(facet, codes[facet.name]) && codes[facet.name] !== asked);
  });
}

/**
 * `unasked`: the upstream returned what it was asked to leave out. `left-out`: this server's own part of the filter, or the window.
 * A check: the record lacks the field that it needs.
 */
export type Verdict = 'accepted' | 'left-out' | 'unasked' | FacetCheck;

/** `isTrusted`: whether a parameter stands for what a record does not say. */
export function judge<S extends PlannableSource>(row: JobRow, stream: Stream<S>, plan: SourcePlan<S>, window: ResolvedWindow, isTrusted: boolean): Verdict {
  if (isOutside(row.startedAt, row.finishedAt, stream.bounds, stream.source.timeFilter)) return 'unasked';
  if (!isInWindow(row.startedAt, row.finishedAt, window)) return 'left-out';
  if (!plan.searchHere.every((text) => row.id.includes(text))) return 'left-out';
  let verdict: Verdict = 'accepted';
  for (const check of plan.checks) {
    const asked = stream.parameters[check.facet.name];
    const one = asked === undefined || isDefaultOnly(check) ? judgeHere(row, check, isTrusted ? asked : undefined) : judgeAsked(row, check, asked, isTrusted);
    if (one === 'left-out' || one === 'unasked') return one;
    if (one !== 'accepted') verdict = one;
  }
  return verdict;
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Whether a record's code can be held against the one that was asked for. A word that no table has may still mean that one. */
function tells({ table }: Facet, code: string | null | undefined): boolean {
  return code !== null && code !== undefined && (table === null || table.has(code) || NUMBER.test(code));
}

/** A parameter proves itself unless the record says otherwise. */
function judgeAsked(row: JobRow, { facet }: FacetCheck, asked: string, isTrusted: boolean): Verdict {
  const code = row.codes[facet.name];
  const isProven = tells(facet, code) ? code === asked : isTrusted;
  return !facet.isCarried || isProven ? 'accepted' : 'unasked';
}

function judgeHere(row: JobRow, check: FacetCheck, asked?: string): Verdict {
  const { facet, alternatives } = check;
  const code = row.codes[facet.name] ?? asked ?? null;
  if (code === null) return alternatives.takesUnknown && facet.isMissingUnknown === true ? 'accepted' : check;
  if (alternatives.codes.has(code)) return 'accepted';
  return alternatives.takesUnknown && facet.table?.has(code) === false ? 'accepted' : 'left-out';
}
