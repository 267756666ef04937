import { useRef, useState } from 'react';
import { goTo, useAddress } from '../address';
import { download } from '../download';
import type { SourceFactsFragment } from '../generated/graphql';
import { Panel } from '../parts/panel';
import { useJobList } from '../reading/use-job-list';
import { ListState } from '../parts/list-state';
import { capital, formatClock, formatTally, plural } from '../formats';
import { isExact } from '../reading/tally';
import { readChoice, tenantFilterOf, withChoice, type TenantFilter } from '../tenant-choice';
import { queryOf, readFilter, writeFilter, type TableFilter } from '../table-filter';
import { jobsAsCsv } from './job-csv';
import { JobFilters } from './job-filters';
import { JobHead } from './job-head';
import { sortJobs, type Sorting } from './job-order';
import { JobRow } from './job-row';
import { useSight } from './use-sight';

interface JobTableProps {
  readonly isWanted: boolean;
  /** Those that there are, as far as that is known. */
  readonly sources: readonly SourceFactsFragment[];
}

/** Asks for nothing before anyone can see it. */
export function JobTable({ isWanted, sources }: JobTableProps) {
  const place = useRef<HTMLDivElement>(null);
  const [wasSeen, setWasSeen] = useState(false);
  useSight(place, () => {
    if (isWanted) setWasSeen(true);
  });
  const address = useAddress();
  const filter = readFilter(address);
  const choice = readChoice(address);
  const key = writeFilter(filter).toString();
  return (
    <div id="jobs" ref={place}>
      <Panel name="jobs" title="All jobs" hint={queryOf(filter).orderBy === 'FINISHED_AT_DESC' ? 'Newest end first.' : 'Newest start first; jobs that have not started lead.'}>
        <JobFilters filter={filter} sources={sources} onChange={(changed) => goTo(withChoice(writeFilter(changed), choice))} />
        {wasSeen ? <Rows key={key} filter={filter} tenants={tenantFilterOf(choice)} /> : <p className="waiting">…</p>}
      </Panel>
    </div>
  );
}

const PAGE = 50;

interface RowsProps {
  readonly filter: TableFilter;
  readonly tenants: TenantFilter;
}

function Rows({ filter, tenants }: RowsProps) {
  const list = useJobList({ ...queryOf(filter, tenants), first: PAGE });
  const { page, isAsking, failure } = list;
  const end = useRef<HTMLDivElement>(null);
  const canReadMore = page?.pageInfo.hasNextPage === true && !isAsking && failure === null;
  const { readMore } = list;
  useSight(end, () => {
    if (canReadMore) readMore();
  });
  const [sorting, setSorting] = useState<Sorting | null>(null);
  // The API knows one order. The first of some is not the first of all: what sorts here has to be all.
  const isWhole = page?.pageInfo.hasNextPage === false;
  const edges = sorting !== null && isWhole ? sortJobs(page.edges, sorting) : (page?.edges ?? []);
  const isAll = page !== null && isExact(page);
  return (
    <>
      <p className="quiet">
        <span role="status">{page !== null && capital(`${formatTally(edges.length, isExact(page))} ${plural(edges.length, 'job')}`)}</span>
        {page !== null && ` as of ${formatClock(page.window.to)}`}
        {page !== null && !isWhole && '. Columns sort once all are read'}
      </p>
      <ListState list={list} emptiness="No job matches." />
      {edges.length > 0 && (
        <table className="job-table">
          <JobHead sorting={isWhole ? sorting : null} onSort={isWhole ? setSorting : null} />
          <tbody>
            {edges.map((edge) => (
              <JobRow key={edge.node.id} edge={edge} />
            ))}
          </tbody>
        </table>
      )}
      {edges.length > 0 && (
        <button type="button" className="plain" onClick={() => download(isAll ? 'jobs.csv' : 'jobs-not-all.csv', jobsAsCsv(edges), 'text/csv')}>
          {isAll ? 'All as CSV' : 'What is shown as CSV'}
        </button>
      )}
      <div ref={end} className="table-end">
        {canReadMore && (
          <button type="button" onClick={() => readMore()}>
            Show more
          </button>
        )}
        {page !== null && isAsking && <p className="waiting">Reading on…</p>}
      </div>
    </>
  );
}
