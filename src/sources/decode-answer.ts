import type { SourceError } from '../errors.js';
import type { JobSource } from '../generated/types.js';
import type { Moments } from '../paging/moments.js';
import type { LinkTarget } from '../paging/next-link.js';
import type { Endpoint } from '../products/index.js';
import { failureOfStatus, retryAfterOf, unreadable, type FailureSubject } from '../upstream/failures.js';
import type { HttpAnswer } from '../upstream/http.js';
import type { JobPage } from '../wire/page.js';
import { hasNoContent, idsOf, readJson } from './answer.js';

export interface SizedPage {
  readonly page: JobPage;
  /** Of the upstream's answer. */
  readonly bytes: number;
  /** What makes the same page again; absent where there was nothing to decode. */
  readonly from?: DecodedFrom;
}

export interface DecodedFrom {
  readonly asked: Asked;
  readonly answered: Answered;
  readonly subject: Subject;
}

/** What was asked for. */
export interface Asked {
  /** Upstream code by facet name. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly decode: Endpoint['decode'];
  /** Of one job: whether the answer says that there is none. */
  saysNoJob?(status: number, json: unknown): boolean;
  /** What an answer without content stands for; absent where it stands for nothing. */
  readonly ofNoContent?: JobPage;
}

/** An answer to it. */
export interface Answered {
  readonly answer: HttpAnswer;
  readonly observedAt: Date;
  readonly read: Moments;
}

/** What all answers of a source have in common. */
export interface Subject extends FailureSubject {
  readonly node: JobSource;
  readonly link: LinkTarget;
}

export const EMPTY_LIST: JobPage = { rows: [], received: 0, total: null, next: { kind: 'none' }, warnings: [] };
/** What a refusal stands for where it says that there is nothing. */
export const NOTHING: SizedPage = { page: EMPTY_LIST, bytes: 0 };

/** Throws where the answer is no page. */
export function decodeAnswer(from: DecodedFrom): SizedPage {
  const { asked: { decode, parameters, saysNoJob, ofNoContent }, answered: { answer, observedAt, read }, subject } = from;
  const { node, link } = subject;
  const { status, text } = answer;
  const json = readJson(answer);
  const failureOf = (status: number): SourceError => failureOfStatus({ status, ...idsOf(answer, json), retryAfterSeconds: retryAfterOf(status, answer) }, subject);
  if (saysNoJob?.(status, json) === true) return NOTHING;
  if (status < 200 || status > 299) throw failureOf(status);
  if (ofNoContent !== undefined && hasNoContent(answer)) return { page: { ...ofNoContent, read }, bytes: 0 };
  const reading = decode(json, { source: node, link, parameters, observedAt });
  const isEmptyDetail = saysNoJob !== undefined && reading.kind === 'page' && reading.page.rows.length === 0;
  if (reading.kind === 'unreadable' || isEmptyDetail) throw unreadable(subject);
  if (reading.kind === 'failure') throw failureOf(reading.failure.status ?? status);
  return { page: { ...reading.page, read }, bytes: text.length, from };
}
