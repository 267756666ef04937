import type { MouseEvent } from 'react';
import { goTo, hrefTo, useAddress } from '../address';
import type { Workload } from '../reading/use-board';
import { withWorkloadId } from '../view';
import { workloadName } from '../words';

/** Opens the details of a workload over the board, under an address of their own. */
export function WorkloadLink({ workload }: { readonly workload: Workload }) {
  const params = withWorkloadId(useAddress(), workload.id);
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(params);
  }
  return (
    <a href={hrefTo(params)} onClick={open}>
      <bdi>{workloadName(workload)}</bdi>
    </a>
  );
}
