import { formatMoment } from '../formats';

interface MomentProps {
  readonly instant: string | null;
  /** What to say where there is none. */
  readonly absence: string;
}

export function Moment({ instant, absence }: MomentProps) {
  if (instant === null) return <span className="quiet">{absence}</span>;
  return (
    <time dateTime={instant} title={new Date(instant).toString()}>
      {formatMoment(instant)}
    </time>
  );
}
