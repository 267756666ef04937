import { useRef, useState } from 'react';
import { goTo, useAddress } from '../address';
import { Panel } from '../parts/panel';
import { useJobList } from '../reading/use-job-list';
import { ListState } from '../parts/list-state';
import { capital, formatClock, formatTally, plural } from '../formats';
import { isExact } from '../reading/tally';
import { queryOf, readFilter, writeFilter, type TableFilter } from '../table-filter';
import { JobFilters } from './job-filters';
import { JobRow } from './job-row';
import { useSight } from './use-sight';

interface JobTableProps {
  readonly isWanted: boolean;
}

/** Asks for nothing before anyone can see it. */
export function JobTable({ isWanted }: JobTableProps) {
  const place = useRef<HTMLDivElement>(null);
  const [wasSeen, setWasSeen] = useState(false);
  useSight(place, () => {
    if (isWanted) setWasSeen(true);
  });
  const filter = readFilter(useAddress());
  const key = writeFilter(filter).toString();
  return (
    <div id="jobs" ref={place}>
      <Panel name="jobs" title="All jobs" hint="Newest start first; jobs that have not started lead.">
        <JobFilters filter={filter} onChange={(changed) => goTo(writeFilter(changed))} />
        {wasSeen ? <Rows key={key} filter={filter} /> : <p className="waiting">…</p>}
      </Panel>
    </div>
  );
}

const PAGE = 50;

function Rows({ filter }: { readonly filter: TableFilter }) {
  const list = useJobList({ ...queryOf(filter), first: PAGE });
  const { page, isAsking, failure } = list;
  const end = useRef<HTMLDivElement>(null);
  const canReadMore = page?.pageInfo.hasNextPage === true && !isAsking && failure === null;
  const { readMore } = list;
  useSight(end, () => {
    if (canReadMore) readMore();
  });
  const edges = page?.edges ?? [];
  return (
    <>
      <p className="quiet">
        <span role="status">{page !== null && capital(`${formatTally(edges.length, isExact(page))} ${plural(edges.length, 'job')}`)}</span>
        {page !== null && ` as of ${formatClock(page.window.to)}`}
      </p>
      <ListState list={list} emptiness="No job matches." />
      {edges.length > 0 && (
        <table className="job-table">
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">Job</th>
              <th scope="col">Product</th>
              <th scope="col">Kind</th>
              <th scope="col">Started</th>
              <th scope="col">Duration</th>
            </tr>
          </thead>
          <tbody>
            {edges.map((edge) => (
              <JobRow key={edge.node.id} edge={edge} />
            ))}
          </tbody>
        </table>
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
