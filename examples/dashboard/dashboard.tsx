import { useApolloClient } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useAddress } from './address';
import { readJobId } from './job-address';
import { failedStatuses, Failures } from './panels/failures';
import { Headline } from './panels/headline';
import { JobDialog } from './panels/job-dialog';
import { JobTable } from './panels/job-table';
import { Notices } from './panels/notices';
import { Running, runningStatuses } from './panels/running';
import { Sources } from './panels/sources';
import { Tiles } from './panels/tiles';
import { Note } from './parts/note';
import { productPages, useOverview } from './reading/overview';
import { useJobList } from './reading/use-job-list';
import { useToday } from './reading/use-today';
import { formatClock } from './formats';

const POLL_MS = 60_000;
const running = { filter: { statuses: runningStatuses }, window: { last: 'PT48H', by: 'STARTED_AT' }, first: 50, pollMs: POLL_MS } as const;
const failures = { filter: { statuses: failedStatuses }, window: { last: 'PT24H', by: 'FINISHED_AT' }, first: 8, pollMs: POLL_MS } as const;

// The charting library is a third of the page, and the chart comes last.
const WeekChart = lazy(async () => ({ default: (await import('./panels/week-chart')).WeekChart }));

/** Three operations for the first view; the chart and the table wait until these are answered. */
export function Dashboard() {
  const client = useApolloClient();
  const { overview, isAsking, failure } = useOverview(POLL_MS);
  const [runningList, failureList] = [useJobList(running), useJobList(failures)];
  const [refreshes, setRefreshes] = useState(0);
  const today = useToday();
  const openId = readJobId(useAddress());

  const isFirstViewThere = [overview ?? failure, runningList.page ?? runningList.failure, failureList.page ?? failureList.failure].every((part) => part !== null);
  const pages = overview === null ? [] : productPages(overview);
  const sources = overview?.jobSources ?? [];
  const readAt = pages.find(({ page }) => page !== null)?.page?.window.to;

  function refresh() {
    void client.refetchQueries({ include: 'active' });
    setRefreshes(refreshes + 1);
  }
  return (
    <>
      <a className="skip" href="#jobs">
        Skip to the table of all jobs
      </a>
      <Notices sources={sources} />
      <header className="masthead">
        <div>
          <h1>Backup jobs</h1>
          {overview !== null && <Headline pages={pages} />}
        </div>
        <div className="actions">
          {readAt !== undefined && <span className="quiet">As of {formatClock(readAt)}</span>}
          <button type="button" onClick={refresh} aria-busy={isAsking}>
            Refresh
          </button>
          <a href="../">Playground</a>
        </div>
      </header>
      <main>
        {overview === null && isAsking && <p className="waiting">Asking the sources…</p>}
        {failure !== null && (
          <Note kind="failure" action={{ name: 'Try again', run: refresh }}>
            <strong>The server did not answer.</strong> {failure} {readAt !== undefined && `What is shown is from ${formatClock(readAt)}.`}
          </Note>
        )}
        {overview !== null && <Tiles pages={pages} />}
        <div className="columns">
          <Suspense fallback={<div className="panel week" />}>
            <WeekChart key={`${today} ${refreshes}`} isWanted={isFirstViewThere} />
          </Suspense>
          {overview !== null && <Sources sources={sources} />}
          <Failures list={failureList} />
          <Running list={runningList} />
        </div>
        <JobTable isWanted={isFirstViewThere} />
      </main>
      {openId !== null && <JobDialog key={openId} id={openId} />}
    </>
  );
}
