import { formatDay } from '../formats';
import { wordsOf, type Day } from './days';

/** The strip for those who read, newest first. */
export function DayList({ days }: { readonly days: readonly Day[] }) {
  return (
    <details className="day-table">
      <summary>The days as a table</summary>
      <div className="scroller" tabIndex={0} role="region" aria-label="Runs by the day on which they began">
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Runs</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <tr key={day.start}>
                <th scope="row">{formatDay(day.start)}</th>
                <td>{wordsOf(day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
