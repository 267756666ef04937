import { useEffect, useState } from 'react';
import { ask } from './ask';
import { sentHeaders } from './sent-headers';
import { useSession, type Session } from './session';

interface SimulatedNoticeProps {
  endpoint: URL;
  session: Session;
}

/** Says so when any source is simulated. The status element is there from the start, or it would not be announced. */
export function SimulatedNotice({ endpoint, session }: SimulatedNoticeProps) {
  const { credential } = useSession(session);
  const [isSimulated, setIsSimulated] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    ask(endpoint, { query: '{ jobSources { isSimulated } }' }, sentHeaders({}, credential), abort.signal).then(
      ({ result }) => setIsSimulated(anySimulated(result)),
      // What the page is for says so itself.
      () => undefined,
    );
    return () => abort.abort();
  }, [endpoint, credential]);

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
