import { formatClock } from '../formats';
import { Note } from '../parts/note';
import { Panel } from '../parts/panel';
import type { RollUpReading } from '../reading/use-roll-up';
import type { TenantLine } from './roll-up';
import { RollUpRow } from './roll-up-row';

interface RollUpListProps {
  /** Null before it is known which tenants there are. */
  readonly lines: readonly TenantLine[] | null;
  readonly reading: RollUpReading;
}

export function RollUpList({ lines, reading: { boards, jobs, isAsking, failure, readAnew } }: RollUpListProps) {
  return (
    <Panel name="roll-up" title="Tenants" hint="Worst first. Jobs are those that failed and ended in the last 24 hours; all else is of backups in the last 7 days. Stale is what has had no success for as long as is allowed, or none at all.">
      {failure !== null && (
        <Note kind="failure" action={{ name: 'Try again', run: readAnew }}>
          <strong>No answer.</strong> {failure} {boards !== null && `What is shown is from ${formatClock(boards.window.to)}.`}
        </Note>
      )}
      {boards === null && jobs === null && isAsking && <p className="waiting">Asking the sources…</p>}
      {lines?.length === 0 && <p className="emptiness">No tenant that you may read has all that was chosen.</p>}
      {lines !== null && lines.length > 0 && (boards !== null || jobs !== null || !isAsking) && (
        <>
          <p className="tenant-head" aria-hidden="true">
            <span>State</span>
            <span>Tenant</span>
            <span>Failed jobs</span>
            <span>Failing</span>
            <span>Stale</span>
            <span>Cannot be told</span>
            <span>Silent sources</span>
            <span>Oldest success</span>
          </p>
          <ol id="tenants">
            {lines.map((line) => (
              <RollUpRow key={line.tenant.key} line={line} />
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}
