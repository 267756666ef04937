import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, type MouseEvent } from 'react';
import { goTo, useAddress } from '../address';
import { OneJobDocument } from '../generated/graphql';
import { questionFor, withJobPlace, type JobPlace } from '../job-place';
import { MissingSources } from '../parts/missing-sources';
import { Note } from '../parts/note';
import { JobFacts } from './job-facts';

interface JobDialogProps {
  readonly place: JobPlace;
}

export function JobDialog({ place }: JobDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const address = useAddress();
  useEffect(() => dialog.current?.showModal(), []);

  const close = () => dialog.current?.close();
  function closeOutside(event: MouseEvent) {
    if (event.target === dialog.current) close();
  }
  return (
    <dialog ref={dialog} className="job-dialog" aria-label={`Job ${place.jobId}`} onClose={() => goTo(withJobPlace(address, null))} onClick={closeOutside}>
      <div className="job-sheet">
        <header>
          <h2 className="job-id">{place.jobId}</h2>
          <button type="button" className="plain" onClick={close}>
            Close
          </button>
        </header>
        <Details place={place} />
      </div>
    </dialog>
  );
}

function Details({ place }: JobDialogProps) {
  const { data, error, loading, refetch } = useQuery(OneJobDocument, { variables: questionFor(place) });
  const page = data?.jobs ?? null;
  const job = page?.edges.map(({ node }) => node).find(({ jobId }) => jobId === place.jobId);
  if (job !== undefined) return <JobFacts job={job} />;
  if (loading) return <p className="waiting">Asking the source…</p>;
  if (page === null) {
    return (
      <Note kind="failure" action={{ name: 'Try again', run: () => void refetch().catch(() => undefined) }}>
        <strong>No answer.</strong> {error?.message}
      </Note>
    );
  }
  return (
    <>
      <MissingSources sources={page.sources} />
      {page.isComplete && !page.pageInfo.hasNextPage && <p className="emptiness">This job is not at its source, or no longer.</p>}
    </>
  );
}
