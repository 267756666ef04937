import { useEffect, useMemo, useRef } from 'react';
import type { JobStatus } from '../generated/graphql';
import { MissingSources } from '../parts/missing-sources';
import { Note } from '../parts/note';
import { Panel } from '../parts/panel';
import { StatusMark } from '../parts/status-mark';
import type { Day } from '../reading/week';
import { useWeek } from '../reading/use-week';
import { capital, formatClock, formatTally, plural } from '../formats';
import { statuses } from '../words';
import { drawDayBars } from './day-bars';
import { DayTable } from './day-table';
import { useDark } from './use-dark';

interface WeekChartProps {
  readonly isWanted: boolean;
}

export function WeekChart({ isWanted }: WeekChartProps) {
  const { week, failure, isPaused, readOn, readAnew } = useWeek(isWanted);
  const seen = useMemo(() => statuses.filter((status) => week.days.some(({ tally }) => tally.has(status))), [week]);
  const isCounting = week.hasMore && failure === null && !isPaused;
  return (
    <Panel name="week" title="The last seven days" hint={`Jobs by the day on which they ended, in your time zone${week.to === null ? '' : `, up to ${formatClock(week.to)}`}.`}>
      <Bars days={week.days} statuses={seen} />
      <div className="legend">
        {seen.map((status) => (
          <StatusMark key={status} status={status} />
        ))}
      </div>
      <p className="quiet" role="status" aria-busy={isCounting}>
        {capital(formatTally(week.count, week.isExact))} {plural(week.count, 'job')}
        {isCounting && '; still counting, and days still grow'}
      </p>
      <MissingSources sources={week.sources} />
      {failure !== null && (
        <Note kind="failure" action={{ name: 'Try again', run: readAnew }}>
          <strong>The count stopped.</strong> {failure}
        </Note>
      )}
      {isPaused && (
        <Note kind="plain" action={{ name: 'Count on', run: readOn }}>
          There are more jobs than were counted so far.
        </Note>
      )}
      <DayTable days={week.days} statuses={seen} isExact={week.isExact} />
    </Panel>
  );
}

interface BarsProps {
  readonly days: readonly Day[];
  readonly statuses: readonly JobStatus[];
}

function Bars({ days, statuses: seen }: BarsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDark = useDark();
  useEffect(() => {
    if (canvas.current === null) return;
    const chart = drawDayBars(canvas.current, days, seen);
    return () => chart.destroy();
  }, [days, seen, isDark]);
  return (
    <div className="bars">
      <canvas ref={canvas} role="img" aria-label="Bar chart of ended jobs by day and status; the same figures are in the table below it." />
    </div>
  );
}
