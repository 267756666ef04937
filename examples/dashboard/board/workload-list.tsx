import type { ReactNode } from 'react';
import { lookBacks, staleAfters, type BoardFilter } from '../board-filter';
import { capital, formatClock, formatTally, plural } from '../formats';
import { MissingSources } from '../parts/missing-sources';
import { Note } from '../parts/note';
import { Panel } from '../parts/panel';
import { isExact } from '../reading/tally';
import type { BoardReading, Workload } from '../reading/use-board';
import { startOfDays } from '../reading/use-days';
import { useToday } from '../reading/use-today';
import { workloadName } from '../words';
import { WorkloadRow } from './workload-row';

interface WorkloadListProps {
  readonly reading: BoardReading;
  readonly filter: BoardFilter;
  /** What narrows it. */
  readonly children: ReactNode;
}

export function WorkloadList({ reading, filter, children }: WorkloadListProps) {
  const { board, isAsking, failure } = reading;
  const from = startOfDays(useToday());
  const lookBack = `the last ${lookBacks[filter.lookBack].name}`;
  const all = board?.edges.map(({ node }) => node) ?? [];
  const shown = all.filter((workload) => isFound(workload, filter.search));
  return (
    <Panel name="board" title="Workloads" hint={`Worst first. ${staleWords(filter)} Each strip is the last 28 days in your time zone, by the day on which runs began; it is counted once it is seen, and by Refresh.`}>
      {children}
      {failure !== null && (
        <Note kind="failure" action={{ name: 'Try again', run: () => reading.readAnew() }}>
          <strong>No answer.</strong> {failure} {board !== null && `What is shown is from ${formatClock(board.window.to)}.`}
        </Note>
      )}
      {board !== null && <MissingSources sources={board.sources} />}
      {board === null && isAsking && <p className="waiting">Asking the sources…</p>}
      {board !== null && (
        <p className="quiet">
          <span role="status">{capital(`${formatTally(shown.length, isExact(board))} ${plural(shown.length, 'workload')}`)}</span>
          {` · ${lookBack} · as of ${formatClock(board.window.to)}`}
          {filter.search !== '' && board.pageInfo.hasNextPage && `. Only the first ${all.length} were searched`}
        </p>
      )}
      {board !== null && shown.length === 0 && <p className="emptiness">{emptinessOf(board, all.length, lookBack)}</p>}
      {shown.length > 0 && (
        <>
          <Legend />
          <p className="workload-head" aria-hidden="true">
            <span>State</span>
            <span>Workload</span>
            <span>Last 28 days</span>
            <span>Last success</span>
            <span>Failures in a row</span>
            <span>Runs</span>
          </p>
          <ol className="workloads" id="workloads">
            {shown.map((workload) => (
              <WorkloadRow key={workload.id} workload={workload} lookBack={lookBack} from={from} />
            ))}
          </ol>
        </>
      )}
      {board?.pageInfo.hasNextPage === true && (
        <button type="button" onClick={() => !isAsking && reading.readMore()} aria-busy={isAsking}>
          {isAsking ? 'Reading on…' : 'Show more'}
        </button>
      )}
    </Panel>
  );
}

const legend = [
  ['FAILED', 'Failed'],
  ['PARTIAL', 'Partly failed'],
  ['STOPPED', 'Stopped or skipped'],
  ['RUNNING', 'Under way'],
  ['SUCCEEDED', 'Succeeded'],
  ['NONE', 'No run'],
  ['UNREAD', 'Not known'],
] as const;

function Legend() {
  return (
    <ul className="legend" aria-label="Days">
      {legend.map(([look, name]) => (
        <li key={look} className="day-key">
          <i className="day" data-status={look} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  );
}

function isFound(workload: Workload, search: string): boolean {
  return [workloadName(workload), workload.workload?.code ?? ''].some((text) => text.toLowerCase().includes(search.toLowerCase()));
}

function staleWords({ staleAfter }: BoardFilter): string {
  if (staleAfter !== null) return `Stale is what has had no success for ${staleAfters[staleAfter].name}.`;
  return 'Stale is what has had no success for as long as the server is configured to allow, or for 26 hours where it is not.';
}

/** What an empty board means: only a complete one means that there is nothing. */
function emptinessOf({ isComplete, sources, pageInfo }: NonNullable<BoardReading['board']>, read: number, lookBack: string): string {
  if (sources.length === 0) return 'Nobody was asked: no source that you may read matches. Check the filter, and your rights.';
  if (!isComplete) return 'Nothing from the sources that answered.';
  if (read > 0) return pageInfo.hasNextPage ? 'Nothing found so far.' : 'No workload has such a name.';
  return `No workload matches in ${lookBack}.`;
}
