import { startCannedWorld, type CannedRequest, type CannedWorld } from '../support/canned-upstream.js';

/** A row as Salesforce sends it (docs/upstream.md §7), with what a test says of it. */
export type CannedRow = Readonly<Record<string, unknown>> & { readonly jobId: string };

/** Half an hour apart and back from an hour ago, a minute each. */
export const now = Math.floor(Date.now() / 1000) * 1000;
export const startOf = (index: number): number => now - (index + 2) * 1_800_000;
export const iso = (ms: number): string => new Date(ms).toISOString();

export function row(index: number, more: Readonly<Record<string, unknown>> = {}): CannedRow {
  return { jobId: `AI-${index}`, type: 1, status: 2, startTime: iso(startOf(index)), finishTime: iso(startOf(index) + 60_000), organizationId: 'one', ...more };
}

const PAGE_SIZE = 2;

/** Salesforce alone, two jobs a page; `pageAt` gives the rows of a page, by its number, and the total that it names. */
export function startCanned(pageAt: (number: number, request: CannedRequest) => { readonly rows: readonly CannedRow[]; readonly total: number }, environment: Readonly<Record<string, string>> = {}): Promise<CannedWorld> {
  return startCannedWorld(
    (request) => {
      const { rows, total } = pageAt(Number(request.query.get('pageIndex')), request);
      return JSON.stringify({ statusCode: 200, data: { totalCount: total, jobs: rows, nextLink: '' } });
    },
    { AVEPOINT_PRODUCTS: 'salesforce', AVEPOINT_PAGE_SIZE: String(PAGE_SIZE), ...environment },
  );
}

/** The pages of a list. */
export function paged(rows: readonly CannedRow[], size = PAGE_SIZE): (number: number) => { readonly rows: readonly CannedRow[]; readonly total: number } {
  return (number) => ({ rows: rows.slice(number * size, (number + 1) * size), total: rows.length });
}
