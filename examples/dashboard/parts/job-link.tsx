import type { MouseEvent } from 'react';
import { goTo, hrefTo, useAddress } from '../address';
import { withJobPlace } from '../job-place';

interface JobLinkProps {
  readonly job: { readonly jobId: string; readonly startedAt: string | null; readonly source: { readonly id: string } };
}

/** Opens the details of a job over the page, under an address of their own. */
export function JobLink({ job: { jobId, startedAt, source } }: JobLinkProps) {
  const params = withJobPlace(useAddress(), { jobId, startedAt, sourceId: source.id });
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(params);
  }
  return (
    <a className="job-id" href={hrefTo(params)} onClick={open}>
      {jobId}
    </a>
  );
}
