import { useQuery } from '@apollo/client/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { JobsDocument, NewestDocument, type JobFilter, type JobOrder, type JobsQuery, type JobWindowInput } from '../generated/graphql';

export type JobsPage = NonNullable<JobsQuery['jobs']>;
export type JobEdge = JobsPage['edges'][number];

export interface JobList {
  /** All that was read, joined; null until something was. */
  readonly page: JobsPage | null;
  /** Whether a request is under way. */
  readonly isAsking: boolean;
  /** Why the last request brought no page; what was read before it stands. */
  readonly failure: string | null;
  /** Many requests in a row found nothing: goes on only when asked to. */
  readonly isPaused: boolean;
  readMore(): void;
  readAnew(): void;
}

export interface Question {
  readonly filter: JobFilter;
  readonly window: JobWindowInput;
  readonly orderBy: JobOrder;
  readonly first: number;
}

/** Requests in a row that a search may take before it asks whether to go on. */
const PATIENCE = 5;

/** How far a walk has come. A first page read anew begins another walk, and nothing of this one holds for it. */
interface Progress {
  /** The window's end tells walks apart: it is the moment of the first page. */
  readonly walk: string | null;
  readonly wanted: number;
  readonly rounds: number;
  readonly stop: string | null;
}

/** The answer to a first page, of an operation of its own or of one with others. */
interface FirstPage {
  readonly page: JobsPage | null;
  readonly isAsking: boolean;
  readonly failure: string | null;
  /** Joins the page after this cursor; rejects where none comes. */
  readAfter(after: string | null | undefined): Promise<void>;
  readAnew(): void;
}

/** Reads a list of jobs up to what is wanted. */
export function useJobList(question: Question): JobList {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(JobsDocument, { variables: question });
  return useReadOn(question.first, {
    page: (data ?? previousData)?.jobs ?? null,
    isAsking: loading,
    failure: error !== undefined && !data?.jobs ? error.message : null,
    readAfter: (after) => fetchMore({ variables: { after }, errorPolicy: 'all' }).then(expectPage),
    readAnew: () => void refetch().catch(() => undefined),
  });
}

/** The same of two lists whose first pages come together. */
export function useNewest(failures: Question, running: Question, pollMs: number): { readonly failures: JobList; readonly running: JobList } {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(NewestDocument, {
    variables: {
      failed: failures.filter,
      failedIn: failures.window,
      failedFirst: failures.first,
      live: running.filter,
      liveIn: running.window,
      liveFirst: running.first,
    },
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden,
  });
  const read = (name: 'failures' | 'running', question: Question): FirstPage => ({
    page: (data ?? previousData)?.[name] ?? null,
    isAsking: loading,
    failure: error !== undefined && !data?.[name] ? error.message : null,
    readAfter: (after) => fetchMore({ query: JobsDocument, variables: { ...question, after }, errorPolicy: 'all' }).then(expectPage),
    readAnew: () => void refetch().catch(() => undefined),
  });
  return { failures: useReadOn(failures.first, read('failures', failures)), running: useReadOn(running.first, read('running', running)) };
}

function expectPage({ data, error }: { readonly data?: JobsQuery | undefined; readonly error?: Error | undefined }): void {
  if (!data?.jobs) throw error ?? new Error('The server sent no page.');
}

/** A page may be empty and not be the last, so one request can be too few. */
function useReadOn(first: number, { page, isAsking, failure, readAfter, readAnew }: FirstPage): JobList {
  const walk = page?.window.to ?? null;
  const start: Progress = { walk, wanted: first, rounds: 0, stop: null };
  const [progress, setProgress] = useState(start);
  const { wanted, rounds, stop } = progress.walk === walk ? progress : start;

  const lacks = page !== null && page.pageInfo.hasNextPage && page.edges.length < wanted;
  const after = page?.pageInfo.endCursor;
  const goesOn = lacks && !isAsking && stop === null && rounds < PATIENCE;
  const readPageAfter = useEffectEvent(readAfter);

  useEffect(() => {
    if (!goesOn) return;
    readPageAfter(after).then(
      () => setProgress({ walk, wanted, rounds: rounds + 1, stop: null }),
      (reason: unknown) => setProgress({ walk, wanted, rounds, stop: messageOf(reason) }),
    );
  }, [goesOn, after, walk, wanted, rounds]);

  return {
    page,
    isAsking: isAsking || goesOn,
    failure: stop ?? failure,
    isPaused: lacks && rounds >= PATIENCE,
    readMore() {
      setProgress({ ...start, wanted: (page?.edges.length ?? 0) + first });
    },
    readAnew() {
      setProgress(start);
      readAnew();
    },
  };
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
