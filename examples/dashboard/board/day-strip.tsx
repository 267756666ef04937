import { lookOf, summaryOf, titleOf, type Day } from './days';

interface DayStripProps {
  /** Null until they were read. */
  readonly days: readonly Day[] | null;
  readonly failure: string | null;
}

/** A cell a day: worse is taller, a day without a run is a line, and one of which too little is known is hatched. */
export function DayStrip({ days, failure }: DayStripProps) {
  if (failure !== null) return <Unread title={`The days cannot be told: ${failure}`} />;
  if (days === null) return <p className="strip-wait quiet">Counting days…</p>;
  if (days.length === 0) return <Unread title="The days cannot be told: the source was not asked." />;
  return (
    <div className="strip" role="img" aria-label={summaryOf(days)}>
      {days.map((day) => (
        <i key={day.start} className="day" data-status={lookOf(day)} data-precision={day.precision} title={titleOf(day)} />
      ))}
    </div>
  );
}

function Unread({ title }: { readonly title: string }) {
  return (
    <div className="strip" role="img" aria-label={title} title={title}>
      <i className="day" data-status="UNREAD" />
    </div>
  );
}
