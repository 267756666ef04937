import { useEffect, useMemo, useRef } from 'react';
import { MissingSources } from '../parts/missing-sources';
import { Note } from '../parts/note';
import { Panel } from '../parts/panel';
import { StatusMark } from '../parts/status-mark';
import type { CountFragment, JobStatus } from '../generated/graphql';
import type { Group } from '../reading/tally';
import { useWeek } from '../reading/use-week';
import type { TenantFilter } from '../tenant-choice';
import { capital, formatClock, formatCounted, plural } from '../formats';
import { statuses } from '../words';
import { drawDayBars } from './day-bars';
import { DayTable } from './day-table';
import { tallyOf } from './tally-of';
import { useDark } from './use-dark';

interface WeekChartProps {
  readonly tenants: TenantFilter;
  readonly isWanted: boolean;
}

export function WeekChart({ tenants, isWanted }: WeekChartProps) {
  const { count, isAsking, failure, readAnew } = useWeek(tenants, isWanted);
  return (
    <Panel name="week" title="The last seven days" hint={`Jobs by the day on which they ended, in your time zone${count === null ? '' : `, up to ${formatClock(count.period.to)}`}.`}>
      {count === null && isAsking && <p className="waiting">Counting…</p>}
      {failure !== null && (
        <Note kind="failure" action={{ name: 'Try again', run: readAnew }}>
          <strong>Nothing was counted.</strong> {failure} {count !== null && `What is shown is from ${formatClock(count.period.to)}.`}
        </Note>
      )}
      {count !== null && <Week count={count} />}
    </Panel>
  );
}

function Week({ count: { groups, total, sources } }: { readonly count: CountFragment }) {
  const seen = useMemo(() => statuses.filter((status) => groups.some((group) => tallyOf(group).some(([met]) => met === status))), [groups]);
  return (
    <>
      <Bars days={groups} statuses={seen} />
      <div className="legend">
        {seen.map((status) => (
          <StatusMark key={status} status={status} />
        ))}
        {groups.some(({ precision }) => precision !== 'EXACT') && <span className="unread">Not counted: there may be more</span>}
      </div>
      <p className="quiet" role="status">
        {total.counts === null ? 'How many jobs there are is not known' : `${capital(formatCounted(total.counts.total, total.precision))} ${plural(total.counts.total, 'job')}`}
      </p>
      <MissingSources sources={sources} />
      <DayTable days={groups} statuses={seen} />
    </>
  );
}

interface BarsProps {
  readonly days: readonly Group[];
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
