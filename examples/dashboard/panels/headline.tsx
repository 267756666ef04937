import type { ProductPage } from '../reading/overview';
import { isExact, tallyOf, totalOf } from '../reading/tally';
import { capital, formatTally, plural } from '../formats';
import { listOf, productNames } from '../words';

interface HeadlineProps {
  readonly pages: readonly ProductPage[];
}

/** The page in one sentence. */
export function Headline({ pages }: HeadlineProps) {
  const answered = pages.filter(({ page }) => page !== null && (page.isComplete || page.edges.length > 0));
  const unknown = pages.filter(({ page }) => page?.isComplete !== true).map(({ product }) => productNames[product]);
  const tally = tallyOf(pages.flatMap(({ page }) => page?.edges ?? []));
  const exact = pages.every(({ page }) => page !== null && isExact(page));
  const [failed, partial, total] = [tally.get('FAILED') ?? 0, tally.get('PARTIAL') ?? 0, totalOf(tally)];
  return (
    <p className="headline">
      {answered.length > 0 && (
        <>
          <strong data-status={failed > 0 ? 'FAILED' : undefined}>{capital(formatTally(failed, exact))} failed</strong> and{' '}
          <strong data-status={partial > 0 ? 'PARTIAL' : undefined}>{formatTally(partial, exact)} partly</strong>, of {formatTally(total, exact)} {plural(total, 'job')} that
          ended in the last 24 hours.{' '}
        </>
      )}
      {pages.length === 0 && <strong>Nothing is known: this server has no source that you may read.</strong>}
      {unknown.length > 0 && <strong>Nothing is known for certain of {listOf(unknown)}.</strong>}
    </p>
  );
}
