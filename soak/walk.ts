import { setTimeout as sleep } from 'node:timers/promises';

import { PAUSE_MS, post, type Walker } from './post.js';
import type { AnsweredWindow, Question } from './questions.js';

export interface SeenJob {
  readonly product: string;
  readonly jobId: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly counts: { readonly total: number | null; readonly failed: number | null } | null;
}

/** A list read as a client reads it. */
export interface Walked {
  readonly question: Question;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Of the first page; null where none came. */
  readonly window: AnsweredWindow | null;
  readonly jobs: readonly SeenJob[];
  /** Whether the last page was reached. */
  readonly isFinished: boolean;
  /** Whether an answer on the way owned up to a source that failed. */
  readonly hadFailures: boolean;
  /** Answers that no upstream fault excuses: a cursor refused, a query refused. */
  readonly refusals: readonly string[];
}

interface Page {
  readonly nodes: readonly SeenJob[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly window: AnsweredWindow;
  readonly isComplete: boolean;
}

/** A list that fails so often in a row is left unfinished. */
const MOST_FAILURES = 60;

export async function walk(question: Question, walker: Walker): Promise<Walked> {
  const startedAt = Date.now();
  const jobs: SeenJob[] = [];
  const refusals: string[] = [];
  let window: AnsweredWindow | null = null;
  let after: string | null = null;
  let isFinished = false;
  let hadFailures = false;
  let failuresInARow = 0;
  while (!isFinished && refusals.length === 0 && failuresInARow < MOST_FAILURES && !walker.isOver()) {
    const { page, refusal }: Asked = await ask(question, after, walker);
    if (refusal !== null) refusals.push(refusal);
    if (page !== null) {
      window ??= page.window;
      jobs.push(...page.nodes);
      after = page.pageInfo.endCursor ?? after;
    }
    if (page?.isComplete === true) {
      failuresInARow = 0;
      isFinished = !page.pageInfo.hasNextPage;
    } else {
      failuresInARow += 1;
      hadFailures = true;
      await sleep(PAUSE_MS);
    }
  }
  return { question, startedAt, endedAt: Date.now(), window, jobs, isFinished, hadFailures, refusals };
}

interface Asked {
  readonly page: Page | null;
  readonly refusal: string | null;
}

async function ask({ field, filterType, filter, window, first }: Question, after: string | null, walker: Walker): Promise<Asked> {
  const query = `query Soak($filter: ${filterType}, $window: JobWindowInput, $first: Int, $after: String) {
    page: ${field}(filter: $filter, window: $window, first: $first, after: $after) {
      nodes { product jobId startedAt finishedAt counts { total failed } }
      pageInfo { hasNextPage endCursor }
      window { from to by reach }
      isComplete
    }
  }`;
  const { data, errors } = await post<{ page: Page | null }>(walker, query, { filter, window, first, after }, ({ page }) => page?.isComplete === true);
  const page = data?.page ?? null;
  const refused = page === null ? errors.find(({ extensions }) => extensions?.code?.startsWith('UPSTREAM_') !== true) : undefined;
  return { page, refusal: refused === undefined ? null : refused.message };
}
