import { randomBytes } from 'node:crypto';

import { BudgetSpentError, SourceError } from '../../src/errors.js';
import type { Job, JobOrder, JobWindowInput } from '../../src/generated/types.js';
import type { ListingContext } from '../../src/listing/context.js';
import type { JobList } from '../../src/listing/job-list.js';
import { readJobsRequest } from '../../src/listing/jobs-request.js';
import { listJobs } from '../../src/listing/list-jobs.js';
import { createCursorSealer } from '../../src/paging/cursor.js';
import type { NextPage, Place } from '../../src/paging/page.js';
import type { Bounds, Grain } from '../../src/planning/bounds.js';
import type { JobRow } from '../../src/planning/match.js';
import type { Stream } from '../../src/planning/plan.js';
import type { Source } from '../../src/sources/source.js';
import type { JobPage } from '../../src/wire/page.js';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const NOW = Date.UTC(2026, 9, 30, 12);

export interface ModelJob {
  readonly id: string;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

/** An upstream in memory, and what is set of its source. */
export interface Model {
  readonly jobs: readonly ModelJob[];
  readonly order: 'newest' | 'oldest' | 'as given';
  readonly timeFilter: 'start' | 'finish' | 'overlap' | 'ignored';
  /** Whether the time filter is declared. */
  readonly isDeclared: boolean;
  readonly pageSize: number;
  readonly link: 'token' | 'total' | 'short';
  readonly lookbackMs: number;
  readonly grain?: Grain;
}

/** Several upstreams behind one field. */
export interface World {
  /** Calls that an operation has. */
  budget: number;
  /** Numbers of the models that fail at a page, counted from 0. */
  readonly failing: Map<number, number>;
  /** Calls made by the last page: which upstream, and what for. */
  readonly calls: { readonly rank: number; readonly bounds: Bounds; readonly number: number }[];
  /** Pages that walks have put behind. */
  readonly left: { readonly rank: number; readonly number: number }[];
  add(rank: number, job: ModelJob): void;
  page(first: number, after?: string | null): Promise<JobList>;
}

export const byEnd = (window: Omit<JobWindowInput, 'by'> = {}): JobWindowInput => ({ by: 'FINISHED_AT', ...window });

/** What is selected beside rows. */
const SELECTED = { totalCount: true, sourceTotals: false, edges: true, edgeCursors: false, startCursor: true, endCursor: true, window: true, sources: true };

export function createWorld(models: readonly Model[], window: JobWindowInput, selected: Partial<typeof SELECTED> = {}, orderBy: JobOrder = 'FINISHED_AT_DESC'): World {
  const wants = { ...SELECTED, ...selected };
  const cursors = createCursorSealer([randomBytes(32)]);
  const lists = models.map(({ jobs, order }) => sorted(jobs, order));
  const failing = new Map<number, number>();
  const calls: World['calls'] = [];
  const left: World['left'] = [];

  const sources = models.map((model, rank): Source => createSource(model, rank));
  const world: World = {
    budget: 100,
    failing,
    calls,
    left,
    add(rank, job) {
      const { order = 'newest' } = models[rank] ?? {};
      lists[rank] = sorted([job, ...(lists[rank] ?? [])], order);
    },
    async page(first, after = null) {
      calls.length = 0;
      const context = createContext();
      return listJobs(readJobsRequest({ name: 'jobs', product: null }, { first, after, window, orderBy }, wants, context), context);
    },
  };

  function load(stream: Stream<Source>, place: Place): JobPage {
    const rank = sources.findIndex(({ id }) => id === stream.source.id);
    if (calls.length >= world.budget) throw new BudgetSpentError();
    calls.push({ rank, bounds: stream.bounds, number: place.number });
    const failsAt = failing.get(rank);
    if (failsAt !== undefined && place.number >= failsAt) throw new SourceError('UPSTREAM_ERROR', 'It fails.');
    return pageOf(models[rank] as Model, lists[rank] as readonly ModelJob[], stream.bounds, place);
  }

  function createContext(): ListingContext {
    return {
      now: NOW,
      rights: 'all',
      sources: sources.map((source) => ({ ...source })),
      pages: {
        load: async ({ stream, place }) => load(stream, place),
        reload: async ({ stream, place }) => load(stream, place),
        leave: ({ source }, { number }) => void left.push({ rank: sources.findIndex(({ id }) => id === source.id), number }),
        loadDetail: () => null,
      },
      cursors,
      streams: new Set(),
      plainStreams: new Set(),
      budget: { calls: 100, spent: 0, isOverdrawn: false, check: () => undefined, spend: () => undefined, limitTo: () => undefined },
      turn: async () => undefined,
    };
  }

  return world;
}

function createSource({ timeFilter, isDeclared, pageSize, link, lookbackMs, grain = 'hour' }: Model, rank: number): Source {
  return {
    id: `model-${rank}`,
    label: 'GET /model',
    pageSize,
    filterField: 'model',
    timeFilter: timeFilter === 'ignored' || !isDeclared ? 'unknown' : timeFilter,
    lookbackMs,
    leastLookbackMs: lookbackMs,
    node: { id: `model-${rank}`, product: 'SALESFORCE', tenant: 'default' },
    endpoint: { facets: [], isSearchable: false, grain, instantUnitMs: 1, rules: { firstNumber: 1, pageSize, isTotalFinal: link === 'total' } },
  } as unknown as Source;
}

function sorted(jobs: readonly ModelJob[], order: Model['order']): readonly ModelJob[] {
  const start = ({ startedAt }: ModelJob): number => startedAt ?? Number.MAX_SAFE_INTEGER;
  const newest = (a: ModelJob, b: ModelJob): number => start(b) - start(a) || (a.id < b.id ? -1 : 1);
  if (order === 'as given') return jobs;
  return [...jobs].sort(order === 'newest' ? newest : (a, b) => newest(b, a));
}

function pageOf({ timeFilter, pageSize, link }: Model, jobs: readonly ModelJob[], bounds: Bounds, { number, token }: Place): JobPage {
  const at = token === null ? number : Number(token);
  const list = jobs.filter((job) => isAskedFor(job, bounds, timeFilter));
  const rows = list.slice((at - 1) * pageSize, at * pageSize).map(rowOf);
  const next: NextPage = link === 'token' && at * pageSize < list.length ? { kind: 'token', token: String(at + 1) } : { kind: 'none' };
  return { rows, received: rows.length, total: link === 'total' ? list.length : null, next, warnings: [] };
}

function isAskedFor({ startedAt, finishedAt }: ModelJob, { from, to }: Bounds, timeFilter: Model['timeFilter']): boolean {
  const least = from ?? Number.NEGATIVE_INFINITY;
  const isIn = (instant: number | null): boolean => instant === null || (instant >= least && instant < to);
  if (timeFilter === 'start') return isIn(startedAt);
  if (timeFilter === 'finish') return isIn(finishedAt);
  return timeFilter === 'ignored' || ((startedAt === null || startedAt < to) && (finishedAt === null || finishedAt >= least));
}

function rowOf(job: ModelJob): JobRow {
  return { ...job, observedAt: NOW, status: 'SUCCEEDED', codes: {}, node: {} as Job, warnings: [] };
}

const MOST_PAGES = 2_000;

/** All pages, each asked for with nothing but the cursor of the one before; `rest` is called between two. */
export async function walk(world: World, first: number, rest: (page: number) => void = () => undefined): Promise<JobList[]> {
  const pages = [await world.page(first)];
  for (;;) {
    const last = pages.at(-1) as JobList;
    if (!last.hasNextPage && last.isComplete) return pages;
    const cursor = last.endCursor();
    if (cursor === null || pages.length === MOST_PAGES) throw new Error(`The list does not end after ${pages.length} pages.`);
    rest(pages.length);
    pages.push(await world.page(first, cursor));
  }
}

export const idsOf = (pages: readonly JobList[]): string[] => pages.flatMap(({ rows }) => rows.map(({ row }) => row.id));
