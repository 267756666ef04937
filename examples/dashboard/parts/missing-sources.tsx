import { missingFrom, type SourceAnswer } from '../reading/tally';
import { sourceName } from '../words';

interface MissingSourcesProps {
  readonly sources: readonly SourceAnswer[];
}

/** Names whoever did not answer, wherever its absence could be taken for good news. */
export function MissingSources({ sources }: MissingSourcesProps) {
  const missing = missingFrom(sources);
  if (missing.length === 0) return null;
  return (
    <ul className="notes">
      {missing.map(({ source, outcome, error }) => (
        <li key={source.id} className="note" data-kind="missing">
          <strong>{outcome === 'FAILED' ? `Without ${sourceName(source)}.` : `${sourceName(source)} may be incomplete.`}</strong>{' '}
          {error?.message}
        </li>
      ))}
    </ul>
  );
}
