import type { JobWorkloadState } from '../generated/graphql';
import { workloadStateNames, workloadStateWords } from '../words';

/** Word, colour and shape. */
export function StateMark({ state }: { readonly state: JobWorkloadState }) {
  return (
    <span className="state" data-state={state} title={workloadStateWords[state]}>
      {workloadStateNames[state]}
    </span>
  );
}
