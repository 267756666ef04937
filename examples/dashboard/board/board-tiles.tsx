import type { ReactNode } from 'react';
import type { BoardFilter } from '../board-filter';
import type { BackupProduct } from '../generated/graphql';
import { formatCount, plural } from '../formats';
import { missingFrom } from '../reading/tally';
import type { Board } from '../reading/use-board';
import { productNames, products } from '../words';
import { BoardLink } from './board-link';

interface BoardTilesProps {
  /** Null until it was read. */
  readonly board: Board | null;
  readonly filter: BoardFilter;
}

/** Whether what is protected has a recent success, by product. */
export function BoardTiles({ board, filter }: BoardTilesProps) {
  return (
    <section className="tiles board-tiles" aria-label="Workloads with and without a recent success, by product">
      {products.flatMap((product) => {
        const group = board?.groups.find(({ key }) => key.product === product);
        const missing = missingFrom(board?.sources ?? []).filter(({ source }) => source.product === product).length;
        return group === undefined ? [] : [<Tile key={product} product={product} group={group} missing={missing} filter={filter} />];
      })}
    </section>
  );
}

interface TileProps {
  readonly product: BackupProduct;
  readonly group: Board['groups'][number];
  /** How many of its sources were not read in full, or not at all. */
  readonly missing: number;
  readonly filter: BoardFilter;
}

function Tile({ product, group: { total, compliant, breached, undecided, silentSources }, missing, filter }: TileProps) {
  const own = { ...filter, products: [product] };
  const unread = undecided + missing;
  return (
    <article className="tile" data-product={product}>
      <h2>{productNames[product]}</h2>
      {total === 0 ? (
        <p className="figure quiet">{silentSources > 0 ? 'No answer' : missing > 0 ? 'Not known' : 'No workload'}</p>
      ) : (
        <p className="figure">
          <BoardLink filter={own}>
            <strong>{formatCount(compliant)}</strong> of {formatCount(total)} compliant
          </BoardLink>
        </p>
      )}
      <div className="share" aria-hidden="true">
        {breached > 0 && <span data-compliance="breached" style={{ flexGrow: breached }} />}
        {unread > 0 && <span data-unread="" style={{ flexGrow: unread }} />}
        {compliant > 0 && <span data-compliance="compliant" style={{ flexGrow: compliant }} />}
      </div>
      <ul className="tally">
        <Line count={breached} filter={{ ...own, isStale: true }}>
          <span className="compliance" data-compliance="breached">
            Breached
          </span>
        </Line>
        <Line count={undecided} filter={null}>
          <span className="unread">Undecided</span>
        </Line>
        <Line count={compliant} filter={{ ...own, isStale: false }}>
          <span className="compliance" data-compliance="compliant">
            Compliant
          </span>
        </Line>
      </ul>
      {missing > 0 && <p className="unread silent">{lackOf(silentSources, missing)}</p>}
    </article>
  );
}

function lackOf(silent: number, missing: number): string {
  if (silent === 0) return `${missing} ${plural(missing, 'source')} not read in full: there may be more`;
  return `${silent} ${plural(silent, 'source')} did not answer: what ${silent === 1 ? 'it protects' : 'they protect'} is not known`;
}

interface LineProps {
  readonly count: number;
  /** What it leads to; null where the API has no filter for it. */
  readonly filter: BoardFilter | null;
  readonly children: ReactNode;
}

function Line({ count, filter, children }: LineProps) {
  if (count === 0) return null;
  const line = (
    <>
      {children} <span className="count">{formatCount(count)}</span>
    </>
  );
  return <li>{filter === null ? <span className="line">{line}</span> : <BoardLink filter={filter}>{line}</BoardLink>}</li>;
}
