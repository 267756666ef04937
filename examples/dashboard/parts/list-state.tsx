import type { JobList } from '../reading/use-job-list';
import { formatClock } from '../formats';
import { MissingSources } from './missing-sources';
import { Note } from './note';

interface ListStateProps {
  readonly list: JobList;
  /** What an empty list means when it is complete, and only then. */
  readonly emptiness: string;
}

/** All that a list of jobs may have to say beside its jobs. */
export function ListState({ list, emptiness }: ListStateProps) {
  const { page, failure, isAsking, isPaused } = list;
  return (
    <>
      {failure !== null && (
        <Note kind="failure" action={{ name: 'Try again', run: () => list.readAnew() }}>
          <strong>No answer.</strong> {failure} {page !== null && `What is shown is from ${formatClock(page.window.to)}.`}
        </Note>
      )}
      {page !== null && <MissingSources sources={page.sources} />}
      {page === null && isAsking && <p className="waiting">Asking the sources…</p>}
      {page?.edges.length === 0 && <Emptiness list={list} page={page} emptiness={emptiness} />}
      {isPaused && (
        <Note kind="plain" action={{ name: 'Search on', run: () => list.readMore() }}>
          The search has not reached its end yet.
        </Note>
      )}
    </>
  );
}

function Emptiness({ list, page, emptiness }: ListStateProps & { readonly page: NonNullable<JobList['page']> }) {
  if (page.pageInfo.hasNextPage) return <p className="waiting">{list.isPaused ? 'Nothing found so far.' : 'Nothing found so far, still searching…'}</p>;
  if (page.isComplete) return <p className="emptiness">{emptiness}</p>;
  return <p className="emptiness">{page.sources.length === 0 ? 'Nobody was asked: no source that you may read matches. Check the filter, and your rights.' : 'Nothing from the sources that answered.'}</p>;
}
