import { fetcherReturnToPromise, type Fetcher } from '@graphiql/toolkit';
import { useEffect, useState } from 'react';

interface SimulatedNoticeProps {
  fetcher: Fetcher;
}

/** Says so when any source is simulated. The status element is there from the start, or it would not be announced. */
export function SimulatedNotice({ fetcher }: SimulatedNoticeProps) {
  const [isSimulated, setIsSimulated] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    const answer = fetcher({ query: '{ jobSources { isSimulated } }' });
    void fetcherReturnToPromise(answer).then((result: unknown) => {
      if (isCurrent) setIsSimulated(anySimulated(result));
    });
    return () => {
      isCurrent = false;
    };
  }, [fetcher]);

  return (
    <div role="status" className="simulated-notice">
      {isSimulated && (
        <p>
          <strong>Simulated data:</strong> no credentials are set, so these jobs come from the built-in simulator. Set{' '}
          <code>AVEPOINT_CLIENT_ID</code> and <code>AVEPOINT_CLIENT_SECRET</code> to see your own.
        </p>
      )}
    </div>
  );
}

function anySimulated(result: unknown): boolean {
  const sources = property(property(result, 'data'), 'jobSources');
  return Array.isArray(sources) && sources.some((source) => property(source, 'isSimulated') === true);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
