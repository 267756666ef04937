import { useEffect, useRef, type MouseEvent } from 'react';
import { goTo, useAddress } from '../address';
import type { BoardFilter } from '../board-filter';
import type { BoardReading } from '../reading/use-board';
import { withWorkloadId } from '../view';
import { workloadName } from '../words';
import { WorkloadFacts } from './workload-facts';

interface WorkloadDialogProps {
  readonly id: string;
  readonly reading: BoardReading;
  readonly filter: BoardFilter;
}

/** The API knows workloads by boards alone: it can show those that were read. */
export function WorkloadDialog({ id, reading: { board, isAsking }, filter }: WorkloadDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const address = useAddress();
  useEffect(() => dialog.current?.showModal(), []);

  const workload = board?.edges.find(({ node }) => node.id === id)?.node ?? null;
  const close = () => dialog.current?.close();
  function closeOutside(event: MouseEvent) {
    if (event.target === dialog.current) close();
  }
  return (
    <dialog ref={dialog} className="job-dialog" aria-labelledby="open-workload" onClose={(event) => event.target === dialog.current && goTo(withWorkloadId(address, null))} onClick={closeOutside}>
      <div className="job-sheet">
        <header>
          <h2 id="open-workload">
            <bdi>{workload === null ? 'Workload' : workloadName(workload)}</bdi>
          </h2>
          <button type="button" className="plain" onClick={close}>
            Close
          </button>
        </header>
        {workload !== null && <WorkloadFacts workload={workload} filter={filter} />}
        {workload === null && <p className={isAsking ? 'waiting' : 'emptiness'}>{isAsking ? 'Asking the sources…' : absenceOf(board)}</p>}
      </div>
    </dialog>
  );
}

function absenceOf(board: BoardReading['board']): string {
  if (board === null) return 'Nothing is known of it: there was no answer.';
  if (!board.isComplete) return 'It is not among the workloads of the sources that answered.';
  return board.pageInfo.hasNextPage ? 'It is not among the workloads that were read so far.' : 'It is not among the workloads that match.';
}
