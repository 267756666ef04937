import type { SourceFactsFragment } from '../generated/graphql';
import { Moment } from '../parts/moment';
import { Panel } from '../parts/panel';
import { healthWords, sourceName } from '../words';

interface SourcesProps {
  readonly sources: readonly SourceFactsFragment[];
}

export function Sources({ sources }: SourcesProps) {
  return (
    <Panel name="sources" title="Sources" hint="Where these jobs are read from, and whether it answers.">
      <ul className="entries">
        {sources.map((source) => (
          <Source key={source.id} source={source} />
        ))}
      </ul>
      {sources.length === 0 && <p className="emptiness">No source is configured.</p>}
    </Panel>
  );
}

function Source({ source }: { readonly source: SourceFactsFragment }) {
  const { state, lastSuccessAt, lastError, retryAt } = source.health;
  const isDown = isUnwell(source);
  return (
    <li className="entry source" data-source={source.id}>
      <div className="entry-head">
        <span className="health" data-health={state}>
          {healthWords[state]}
        </span>
        <strong>{sourceName(source)}</strong>
      </div>
      {isDown && lastError !== null && <p>{lastError.message}</p>}
      <p className="quiet">
        {state !== 'UNTESTED' && (
          <>
            Last answer: <Moment instant={lastSuccessAt} absence="none yet" />
          </>
        )}
        {isDown && retryAt !== null && (
          <>
            {' '}
            · Not asked before <Moment instant={retryAt} absence="" />
          </>
        )}
      </p>
    </li>
  );
}

export function isUnwell({ health }: SourceFactsFragment): boolean {
  return health.state === 'DEGRADED' || health.state === 'UNAVAILABLE';
}
