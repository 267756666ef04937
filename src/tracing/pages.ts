import { type Attributes, type Span, trace } from '@opentelemetry/api';

import { beginBelow, codeOf, endFailed, within } from './spans.js';

export type PageSpan = Span;

/** `shared`: with another reader of this process; `store`: from another process. */
export type PageOrigin = 'memory' | 'shared' | 'store' | 'upstream';

/** What is read, without a word of whom it is about. */
export interface PageSubject {
  readonly sourceId: string;
  /** Null for the page of one job. */
  readonly number: number | null;
}

/** The span of a page, below whatever asks for it now; null where that is not recorded. */
export function beginPage({ sourceId, number }: PageSubject): PageSpan | null {
  return beginBelow(trace.getActiveSpan(), () => {
    const attributes: Attributes = { 'avepoint.source.id': sourceId };
    return number === null ? { name: 'read job', attributes } : { name: 'read page', attributes: { ...attributes, 'avepoint.page.number': number } };
  });
}

/** `began`: the span of whoever reads it already, where that is recorded. */
export function noteOrigin(page: PageSpan | null | undefined, from: PageOrigin, began?: PageSpan | null): void {
  page?.setAttribute('avepoint.page.from', from);
  if (began) page?.addLink({ context: began.spanContext() });
}

/** Reads from upstream, so that the calls stand below the page. */
export function readBelow<T>(page: PageSpan | null, read: () => T): T {
  return page === null ? read() : within(page, read);
}

export function endPage(page: PageSpan | null, reading: Promise<{ readonly received: number }>): void {
  if (page === null) return;
  reading.then(
    ({ received }) => page.setAttribute('avepoint.page.jobs', received).end(),
    (failure: unknown) => endFailed(page, codeOf(failure)),
  );
}
