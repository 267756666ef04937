import type { JobStatus } from '../generated/graphql';
import type { Day } from '../reading/week';
import { formatDay, formatTally } from '../formats';
import { statusNames } from '../words';

interface DayTableProps {
  readonly days: readonly Day[];
  readonly statuses: readonly JobStatus[];
  readonly isExact: boolean;
}

/** The chart for those who read. */
export function DayTable({ days, statuses, isExact }: DayTableProps) {
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
            {days.map(({ start, tally }) => (
              <tr key={start.getTime()}>
                <th scope="row">{formatDay(start)}</th>
                {statuses.map((status) => (
                  <td key={status}>{formatTally(tally.get(status) ?? 0, isExact)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
