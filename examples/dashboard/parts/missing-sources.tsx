import { missingFrom, type SourceAnswer } from '../reading/tally';
import { formatMoment } from '../formats';
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
      {missing.map((answer) => (
        <li key={answer.source.id} className="note" data-kind="missing">
          <strong>{lackOf(answer)}</strong> {answer.error?.message}
        </li>
      ))}
    </ul>
  );
}

function lackOf({ source, outcome, coveredFrom }: SourceAnswer): string {
  if (outcome === 'FAILED') return `Without ${sourceName(source)}.`;
  return coveredFrom === null ? `${sourceName(source)} may be incomplete.` : `${sourceName(source)} is counted back to ${formatMoment(coveredFrom)}.`;
}
