import type { Board } from '../reading/use-board';
import { missingFrom } from '../reading/tally';
import { plural } from '../formats';
import { listOf, sourceName } from '../words';
import { sumOf } from './board-sums';

/** The board in one sentence. */
export function BoardHeadline({ board: { groups, sources, isComplete } }: { readonly board: Board }) {
  const { total, breached, undecided } = sumOf(groups);
  const missing = missingFrom(sources);
  return (
    <p className="headline">
      {total > 0 && (
        <>
          <strong data-status={breached > 0 ? 'FAILED' : undefined}>{breached === 0 ? 'None' : breached}</strong> of {isComplete ? total : `the ${total}`} {plural(total, 'workload')} {!isComplete && `that ${total === 1 ? 'is' : 'are'} known `}
          {breached > 1 ? 'are' : 'is'} without a recent success{undecided > 0 && `, and of ${undecided} that cannot be told`}.{' '}
        </>
      )}
      {sources.length === 0 && <strong>Nothing is known: no source that you may read matches.</strong>}
      {missing.length > 0 && <strong>Not all is known of {listOf(missing.map(({ source }) => sourceName(source)))}.</strong>}
    </p>
  );
}
