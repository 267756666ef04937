import { isDeepStrictEqual } from 'node:util';

import { expect } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { allOfJob, expectedJob, productOf, viewOf, type JobAnswer } from '../support/oracle.js';
import type { Answer } from '../support/world.js';
import type { Seat } from './index.js';

export interface SourceAnswer {
  readonly source: { readonly id: string };
  readonly outcome: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly isRetryable: boolean;
    readonly retryAfterSeconds: number | null;
    readonly httpStatus: number | null;
    readonly requestId: string | null;
    readonly traceId: string | null;
  } | null;
  readonly localFilters: readonly string[];
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly occurrences: number }[];
}

export interface ConnectionAnswer {
  readonly edges: readonly EdgeAnswer[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly isComplete: boolean;
  readonly sources: readonly SourceAnswer[];
}

interface EdgeAnswer {
  readonly node: JobAnswer;
  readonly operation: string | null;
  readonly workload: { readonly code: string } | null;
}

export type ErrorAnswer = NonNullable<Answer<unknown>['errors']>[number];

export interface Walk {
  readonly jobs: readonly JobAnswer[];
  readonly edges: readonly EdgeAnswer[];
  readonly pages: readonly ConnectionAnswer[];
  readonly errors: readonly ErrorAnswer[];
  /** Warning codes of all pages, each once, in alphabetical order. */
  readonly warnings: readonly string[];
}

/** What a walk needs of a world. */
export interface Askable {
  query<Data>(document: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
}

export interface WalkOptions {
  readonly first?: number;
  readonly window?: Readonly<Record<string, unknown>>;
  readonly filter?: Readonly<Record<string, unknown>>;
}

/** The field that lists every product. */
export const jobsField = { field: 'jobs', filterInput: 'JobFilter' };

/** From long before any job; without an end, so that jobs without a start belong. */
export const everything = { from: '2000-01-01T00:00:00Z' };

const mostPages = 2000;

/** Page by page to the end, by the cursors that the server gives. */
export async function walk(world: Askable, { field, filterInput }: Pick<Seat, 'field' | 'filterInput'>, options: WalkOptions = {}): Promise<Walk> {
  const { first = 50, window = everything, filter = null } = options;
  const document = /* GraphQL */ `
    query Walk($filter: ${filterInput}, $window: JobWindowInput, $first: Int, $after: String) {
      page: ${field}(filter: $filter, window: $window, first: $first, after: $after) {
        edges { node { ...AllOfJob } operation workload { code } }
        pageInfo { hasNextPage endCursor }
        isComplete
        sources {
          source { id }
          outcome
          error { code message isRetryable retryAfterSeconds httpStatus requestId traceId }
          localFilters
          warnings { code message occurrences }
        }
      }
    }
    ${allOfJob}
  `;
  const pages: ConnectionAnswer[] = [];
  const errors: ErrorAnswer[] = [];
  for (let after: string | null = null; ; ) {
    const answer: Answer<{ page: ConnectionAnswer | null }> = await world.query(document, { filter, window, first, after });
    errors.push(...(answer.errors ?? []));
    const page = answer.data?.page;
    if (page === undefined || page === null) throw new Error(`No page: ${JSON.stringify(answer.errors)}`);
    pages.push(page);
    expect(page.edges.length, 'jobs in a page').toBeLessThanOrEqual(first);
    if (!page.pageInfo.hasNextPage) break;
    expect(page.pageInfo.endCursor, 'a place to go on from').toEqual(expect.any(String));
    after = page.pageInfo.endCursor;
    if (pages.length > mostPages) throw new Error('The walk does not end.');
  }
  const edges = pages.flatMap((page) => page.edges);
  const warnings = new Set(pages.flatMap((page) => page.sources.flatMap((source) => source.warnings.map(({ code }) => code))));
  return { jobs: edges.map(({ node }) => node), edges, pages, errors, warnings: [...warnings].sort() };
}

/** Every source answered in full on every page, and nothing stands in `errors`. */
export function expectUntroubled({ pages, errors }: Walk): void {
  expect(errors).toEqual([]);
  expect(pages.flatMap((page) => page.sources.map(({ outcome, error }) => ({ outcome, error }))).filter(({ outcome }) => outcome !== 'OK')).toEqual([]);
  expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
}

const keyOf = (product: string, jobId: string): string => `${product} ${jobId}`;

export const keysOfAnswers = (jobs: readonly JobAnswer[]): string[] => jobs.map((job) => keyOf(productOf(job), job.jobId));
export const keysOfRecords = (jobs: readonly SimulatedJob[]): string[] => jobs.map((job) => keyOf(job.product, job.jobId));

/** These jobs and no others, each once, in whatever order. */
export function expectSameJobs(jobs: readonly JobAnswer[], truth: readonly SimulatedJob[]): void {
  expect(keysOfAnswers(jobs).sort()).toEqual(keysOfRecords(truth).sort());
}

/** Every field of every job is what the record says; the first that is not is shown. */
export function expectTrueFields(jobs: readonly JobAnswer[], truth: readonly SimulatedJob[], seatsThere: readonly Seat[]): void {
  const records = new Map(truth.map((job) => [keyOf(job.product, job.jobId), job]));
  const seatByProduct = new Map(seatsThere.map((seat) => [seat.product, seat]));
  for (const job of jobs) {
    const record = records.get(keyOf(productOf(job), job.jobId));
    const seat = seatByProduct.get(productOf(job));
    const expected = record && seat && expectedJob(record, seat, job);
    const shown = viewOf(job);
    if (!isDeepStrictEqual(shown, expected)) expect(shown).toStrictEqual(expected);
  }
}
