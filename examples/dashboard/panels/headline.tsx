import type { CountFragment } from '../generated/graphql';
import { capital, formatCounted, plural } from '../formats';
import { listOf, productNames } from '../words';

interface HeadlineProps {
  readonly count: CountFragment;
}

/** The page in one sentence. */
export function Headline({ count: { total, groups } }: HeadlineProps) {
  const { counts, precision } = total;
  const unknown = groups.flatMap((group) => (group.precision === 'EXACT' || group.key.product === null ? [] : [productNames[group.key.product]]));
  return (
    <p className="headline">
      {counts !== null && (
        <>
          <strong data-status={counts.failed > 0 ? 'FAILED' : undefined}>{capital(formatCounted(counts.failed, precision))} failed</strong> and{' '}
          <strong data-status={counts.partial > 0 ? 'PARTIAL' : undefined}>{formatCounted(counts.partial, precision)} partly</strong>, of {formatCounted(counts.total, precision)}{' '}
          {plural(counts.total, 'job')} that ended in the last 24 hours.{' '}
        </>
      )}
      {groups.length === 0 && <strong>Nothing is known: this server has no source that you may read.</strong>}
      {unknown.length > 0 && <strong>Nothing is known for certain of {listOf(unknown)}.</strong>}
    </p>
  );
}
