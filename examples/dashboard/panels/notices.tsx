import type { SourceFactsFragment } from '../generated/graphql';
import { listOf, sourceName } from '../words';
import { isUnwell } from './sources';

interface NoticesProps {
  readonly sources: readonly SourceFactsFragment[];
}

/** What has to be known before any figure is read. The elements are there from the start, or they would not be announced. */
export function Notices({ sources }: NoticesProps) {
  const down = sources.filter(isUnwell);
  return (
    <>
      <div role="status">
        {sources.some(({ isSimulated }) => isSimulated) && (
          <p className="banner" data-kind="simulated">
            <strong>Simulated data:</strong> these jobs come from the built-in simulator, not from a tenant.
          </p>
        )}
      </div>
      <div role="alert">
        {down.length > 0 && (
          <p className="banner" data-kind="down">
            <strong>
              {down.length} of {sources.length} sources {down.length === 1 ? 'does' : 'do'} not answer:
            </strong>{' '}
            {listOf(down.map(sourceName))}. What is missing below is unknown, not zero.
          </p>
        )}
      </div>
    </>
  );
}
