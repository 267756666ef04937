import type { JobStatus } from '../generated/graphql';
import type { Group } from '../reading/tally';
import { formatCounted, formatDay } from '../formats';
import { statusNames } from '../words';
import { tallyOf } from './tally-of';

interface DayTableProps {
  readonly days: readonly Group[];
  readonly statuses: readonly JobStatus[];
}

/** The chart for those who read. */
export function DayTable({ days, statuses }: DayTableProps) {
  return (
    <details className="day-table">
      <summary>As a table</summary>
      <div className="scroller" tabIndex={0} role="region" aria-label="Jobs by day and status">
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              {statuses.map((status) => (
                <th key={status} scope="col">
                  {statusNames[status]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <Row key={day.key.stretch?.start} day={day} statuses={statuses} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface RowProps {
  readonly day: Group;
  readonly statuses: readonly JobStatus[];
}

function Row({ day, statuses }: RowProps) {
  const tally = new Map(tallyOf(day));
  return (
    <tr>
      <th scope="row">{formatDay(day.key.stretch?.start)}</th>
      {statuses.map((status) => (
        <td key={status}>{formatCounted(tally.get(status) ?? 0, day.precision)}</td>
      ))}
    </tr>
  );
}
