import { MissingSources } from '../parts/missing-sources';
import { StatusMark } from '../parts/status-mark';
import { TableLink } from '../parts/table-link';
import type { ProductPage } from '../reading/overview';
import { isExact, missingFrom, tallyOf, totalOf } from '../reading/tally';
import { formatTally } from '../formats';
import { productNames, statuses } from '../words';

interface TilesProps {
  readonly pages: readonly ProductPage[];
}

export function Tiles({ pages }: TilesProps) {
  return (
    <section className="tiles" aria-label="Jobs that ended in the last 24 hours, by product">
      {pages.map((page) => (
        <Tile key={page.product} {...page} />
      ))}
    </section>
  );
}

function Tile({ product, page }: ProductPage) {
  const isUnanswered = page === null || (page.edges.length === 0 && missingFrom(page.sources).length > 0);
  return (
    <article className="tile" data-product={product}>
      <h2>{productNames[product]}</h2>
      {isUnanswered ? <p className="figure quiet">No answer</p> : <Figures product={product} page={page} />}
      {page !== null && <MissingSources sources={page.sources} />}
    </article>
  );
}

function Figures({ product, page }: { readonly product: ProductPage['product']; readonly page: NonNullable<ProductPage['page']> }) {
  const tally = tallyOf(page.edges);
  const [total, exact] = [totalOf(tally), isExact(page)];
  const seen = statuses.filter((status) => tally.has(status));
  return (
    <>
      <p className="figure">
        <TableLink filter={{ products: [product], period: 'ended-24h' }}>
          <strong>{formatTally(total, exact)}</strong> ended
        </TableLink>
      </p>
      <div className="share" aria-hidden="true">
        {seen.map((status) => (
          <span key={status} data-status={status} style={{ flexGrow: tally.get(status) }} />
        ))}
      </div>
      <ul className="tally">
        {seen.map((status) => (
          <li key={status} data-status={status}>
            <TableLink filter={{ products: [product], statuses: [status], period: 'ended-24h' }}>
              <StatusMark status={status} /> <span className="count">{formatTally(tally.get(status) ?? 0, exact)}</span>
            </TableLink>
          </li>
        ))}
      </ul>
    </>
  );
}
