import type { MouseEvent } from 'react';
import { goTo, hrefTo, useAddress } from '../address';
import { withJobId } from '../job-address';

interface JobLinkProps {
  readonly job: { readonly id: string; readonly jobId: string };
}

/** Opens the details of a job over the page, under an address of their own. */
export function JobLink({ job: { id, jobId } }: JobLinkProps) {
  const params = withJobId(useAddress(), id);
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(params);
  }
  return (
    <a className="job-id" href={hrefTo(params)} onClick={open}>
      <bdi>{jobId}</bdi>
    </a>
  );
}
