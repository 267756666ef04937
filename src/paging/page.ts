import type { Moments } from './moments.js';

/** What paging needs to know of a job. */
export interface Row {
  readonly id: string;
  /** Epoch milliseconds; null while the job is queued, or when the upstream sent none. */
  readonly startedAt: number | null;
}

/** Where a page is: its number, counted in the endpoint's own way, and the token that leads to it where there is one. */
export interface Place {
  readonly number: number;
  readonly token: string | null;
  /** The number after a full page, where nothing promised that there is one: refused, it was the end. */
  readonly isGuess?: true;
}

/** What a page says about the page after it. */
export type NextPage =
  | { readonly kind: 'none' }
  /** More follows; the endpoint takes page numbers only. */
  | { readonly kind: 'more' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'bad'; readonly reason: string };

/** What one upstream call returned, decoded. */
export interface Page<R extends Row> {
  readonly rows: readonly R[];
  /** Records in the upstream page, those without an id included. */
  readonly received: number;
  /** The upstream's own total, as reported. */
  readonly total: number | null;
  readonly next: NextPage;
  /** When it was read; absent where pages are not kept. */
  readonly read?: Moments;
}
