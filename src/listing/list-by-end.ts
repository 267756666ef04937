import { reachByEnd } from '../planning/bounds.js';
import { planSource } from '../planning/plan.js';
import type { ListingContext } from './context.js';
import { fingerprintOf, packPlaces } from './end-cursor.js';
import { choose, pageOf, placesBehind, type Choice, type EndPage } from './end-page.js';
import { windowFrom, type EndPlace } from './end-place.js';
import { comesInOrder, createEndReading, hasFailed, lastStartOf, type EndReading } from './end-reading.js';
import type { JobList } from './job-list.js';
import type { EndRequest } from './jobs-request.js';
import { createLedger } from './ledger.js';
import { createPageCursors, type PageCursors } from './page-cursors.js';
import { openPlans, replanWhatLacks, startPositions, startRuns } from './runs.js';
import { askedSources, errorOf, noteRow, startRun, type StreamWalk } from './source-run.js';
import { spentError } from './spent.js';

/** One page of a list by end. Streams bring jobs by start, so each is read as far down as one may have started that ended later than those of the page. */
export async function listByEnd(request: EndRequest, context: ListingContext): Promise<JobList> {
  const { first, window, noSource, isResumed, wants } = request;
  const { readings, page } = await readPage(request, context);
  const runs = readings.map(({ run }) => run);
  for (const row of page.rows) {
    noteRow(row, window.by);
    if (row.isLate) row.from.run.ledger.warn({ code: 'OUT_OF_ORDER', message: 'A job ran longer than the window reaches back, or did not come newest first: it comes after jobs that belong behind it.' });
  }
  if (first > 0 && page.rows.length === 0) noteSpent(readings, page);
  const hasError = runs.some((run) => errorOf(run) !== null);
  const isWhole = runs.every(({ walks }) => walks.every(({ walk }) => walk.state === 'ended')) && !hasError && !isResumed;
  const hasNextPage = readings.some((reading) => isUnfinished(reading, page));
  const { cursorAt, endCursor } = cursorsOf({ request, readings, page, goesOn: hasNextPage || hasError }, context);
  return {
    request,
    runs,
    rows: page.rows,
    hasNextPage,
    isComplete: !hasError && noSource === null,
    totalCount: wants.totalCount && isWhole && noSource === null ? readings.reduce((sum, { owed }) => sum + owed.size, 0) : null,
    sourceTotals: new Map(),
    reachMs: reachByEnd(window, askedSources(runs)),
    cursorAt,
    endCursor,
  };
}

async function readPage(request: EndRequest, context: ListingContext): Promise<{ readonly readings: readonly EndReading[]; readonly page: EndPage }> {
  const { first, filter, window, isResumed, plans, places } = request;
  const started = startRuns(plans, plans.flatMap(startPositions), window, context, 0);
  const runs = !isResumed && first > 0 ? await replanWhatLacks(started, filter, window, context) : started;
  let readings = runs.map((run, index) => createEndReading(run, places[index] as EndPlace));
  for (;;) {
    // Lists that waited for the same pages are all gone on with at once.
    await context.turn();
    await Promise.all(readings.map((reading) => reading.drain()));
    readings = readings.map((reading, rank) => widen(reading, rank, request, context));
    const choice = choose(readings);
    const wanted = choice.late.length + choice.next.length < first ? unreadOf(readings, choice) : [];
    if (wanted.length === 0) return { readings, page: pageOf(choice, first) };
    await Promise.all(wanted.map(({ walk }) => walk.fill(1)));
  }
}

/** Where jobs turn out only now to come out of order, those that are owed may lie beyond what was asked for. */
function widen(reading: EndReading, rank: number, { filter, window }: EndRequest, context: ListingContext): EndReading {
  const { run, place } = reading;
  if (windowFrom(place, window) === window || comesInOrder(run) || hasFailed(run)) return reading;
  const plan = planSource(run.plan.source, filter, window, run.plan.uncarried);
  if (!openPlans([plan], context)) return reading;
  return createEndReading(startRun(plan, rank, startPositions(plan), window, context, createLedger(run.ledger)), { ...place, isOrdered: false });
}

/** The streams that keep the next job from coming; none once the calls are spent. */
function unreadOf(readings: readonly EndReading[], { held, depth, floor }: Choice): StreamWalk[] {
  const walks = readings.flatMap(({ run }) => (hasFailed(run) ? [] : run.walks));
  if (walks.some(({ walk }) => walk.state === 'paused')) return [];
  const end = held?.marks.finishedAt ?? depth.start;
  return walks.filter((from) => from.walk.state === 'open' && (lastStartOf(from) > floor || lastStartOf(from) >= end - from.stream.source.lookbackMs));
}

function isUnfinished({ run, owed }: EndReading, { rows }: EndPage): boolean {
  if (hasFailed(run)) return false;
  const isUnread = run.walks.some(({ walk }) => walk.state === 'open' || walk.state === 'paused');
  return isUnread || owed.size > rows.filter(({ from }) => from.run === run).length;
}

/** Nothing could come, and the next page would begin where this one did. */
function noteSpent(readings: readonly EndReading[], { depth }: EndPage): void {
  for (const { run } of readings) {
    if (run.walks.some(({ walk }) => walk.state === 'paused')) run.ledger.error = spentError(run.plan.source, depth.start);
  }
}

interface ReadPage {
  readonly request: EndRequest;
  readonly readings: readonly EndReading[];
  readonly page: EndPage;
  readonly goesOn: boolean;
}

function cursorsOf({ request: { window, binding, wants }, readings, page, goesOn }: ReadPage, { cursors }: ListingContext): PageCursors {
  function seal(places: readonly (readonly EndPlace[])[]): string[] {
    const plans = readings.map(({ run }) => run.plan);
    const frame = {
      window,
      lookbacks: plans.map(({ source }) => source.lookbackMs),
      uncarried: plans.map(({ uncarried }) => uncarried),
      fingerprint: fingerprintOf(plans, window),
    };
    return cursors.sealFor(binding)(places.map((place) => packPlaces(frame, place)));
  }

  return createPageCursors(
    page.rows,
    wants,
    (indices) => seal(indices.map((index) => placesBehind(readings, page, index))),
    () => (goesOn ? (seal([readings.map(({ place }) => place)])[0] as string) : null),
  );
}
