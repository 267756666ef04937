import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, type MouseEvent } from 'react';
import { goTo, useAddress } from '../address';
import { OneJobDocument } from '../generated/graphql';
import { withJobId } from '../job-address';
import { Note } from '../parts/note';
import { JobFacts } from './job-facts';

interface JobDialogProps {
  readonly id: string;
}

export function JobDialog({ id }: JobDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const address = useAddress();
  const { data, error, loading, refetch } = useQuery(OneJobDocument, { variables: { id } });
  useEffect(() => dialog.current?.showModal(), []);

  const job = data?.job ?? null;
  const close = () => dialog.current?.close();
  function closeOutside(event: MouseEvent) {
    if (event.target === dialog.current) close();
  }
  return (
    <dialog ref={dialog} className="job-dialog" aria-labelledby="open-job" onClose={() => goTo(withJobId(address, null))} onClick={closeOutside}>
      <div className="job-sheet">
        <header>
          <h2 id="open-job" className="job-id">
            <bdi>{job?.jobId ?? 'Job'}</bdi>
          </h2>
          <button type="button" className="plain" onClick={close}>
            Close
          </button>
        </header>
        {job !== null && <JobFacts job={job} />}
        {loading && <p className="waiting">Asking the source…</p>}
        {!loading && job === null && error === undefined && <p className="emptiness">This job is not at its source, or no longer.</p>}
        {!loading && job === null && error !== undefined && (
          <Note kind="failure" action={{ name: 'Try again', run: () => void refetch().catch(() => undefined) }}>
            <strong>No answer.</strong> {error.message}
          </Note>
        )}
      </div>
    </dialog>
  );
}
