import { useApolloClient } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { useAddress } from './address';
import { readJobId } from './job-address';
import { Masthead } from './masthead';
import { Causes } from './panels/causes';
import { failedStatuses, Failures } from './panels/failures';
import { Headline } from './panels/headline';
import { JobDialog } from './panels/job-dialog';
import { JobTable } from './panels/job-table';
import { Notices } from './panels/notices';
import { Running, runningStatuses } from './panels/running';
import { Sources } from './panels/sources';
import { Tiles } from './panels/tiles';
import { Note } from './parts/note';
import { useOverview } from './reading/overview';
import { useNewest, type Question } from './reading/use-job-list';
import { useTenants } from './reading/use-tenants';
import { ofChosen, readChoice, tenantFilterOf, type TenantFilter } from './tenant-choice';
import { formatClock } from './formats';

const POLL_MS = 60_000;
/** A count reads what it counts: of a busy tenant that are many pages. */
const COUNT_POLL_MS = 300_000;
const running = { filter: { statuses: runningStatuses }, window: { last: 'PT48H', by: 'STARTED_AT' }, orderBy: 'STARTED_AT_DESC', first: 50 } as const;
const failures = { filter: { statuses: failedStatuses }, window: { last: 'PT24H', by: 'FINISHED_AT' }, orderBy: 'FINISHED_AT_DESC', first: 8 } as const;

// The charting library is a third of the page, and the chart comes last.
const WeekChart = lazy(async () => ({ default: (await import('./panels/week-chart')).WeekChart }));

/** Three operations for the first view: sources and tiles, both lists, and when these are answered the chart. Causes and the table wait until they are seen. */
export function Dashboard() {
  const client = useApolloClient();
  const address = useAddress();
  const choice = readChoice(address);
  const tenants = tenantFilterOf(choice);
  const { overview, count, isAsking, failure } = useOverview(tenants, COUNT_POLL_MS);
  const newest = useNewest(narrow(failures, tenants), narrow(running, tenants), POLL_MS);
  const openId = readJobId(address);

  const isFirstViewThere = [count ?? failure, newest.running.page ?? newest.running.failure].every((part) => part !== null);
  const sources = ofChosen(overview?.jobSources ?? [], useTenants(), choice);
  const readAt = count?.period.to;

  function refresh() {
    void client.refetchQueries({ include: 'active' });
  }
  return (
    <>
      <a className="skip" href="#jobs">
        Skip to the table of all jobs
      </a>
      <Notices sources={sources} />
      <Masthead title="Backup jobs" readAt={readAt ?? null} isAsking={isAsking} onRefresh={refresh}>
        {count !== null && <Headline count={count} />}
      </Masthead>
      <main>
        {overview === null && isAsking && <p className="waiting">Asking the sources…</p>}
        {failure !== null && (
          <Note kind="failure" action={{ name: 'Try again', run: refresh }}>
            <strong>The server did not answer.</strong> {failure} {readAt !== undefined && `What is shown is from ${formatClock(readAt)}.`}
          </Note>
        )}
        {count !== null && <Tiles count={count} />}
        <div className="columns">
          <Suspense fallback={<div className="panel week" />}>
            <WeekChart tenants={tenants} isWanted={isFirstViewThere} />
          </Suspense>
          {overview !== null && <Sources sources={sources} />}
          <Failures list={newest.failures} />
          <Running list={newest.running} />
        </div>
        <Causes tenants={tenants} isWanted={isFirstViewThere} />
        <JobTable isWanted={isFirstViewThere} sources={sources} />
      </main>
      {openId !== null && <JobDialog key={openId} id={openId} />}
    </>
  );
}

function narrow(question: Question, tenants: TenantFilter): Question {
  return { ...question, filter: { ...question.filter, ...tenants } };
}
