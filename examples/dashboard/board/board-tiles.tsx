import type { ReactNode } from 'react';
import type { BoardFilter } from '../board-filter';
import type { BackupProduct } from '../generated/graphql';
import { plural } from '../formats';
import type { Board } from '../reading/use-board';
import { productNames } from '../words';
import { BoardLink } from './board-link';

interface BoardTilesProps {
  /** Null until they were read. */
  readonly groups: Board['groups'] | null;
  readonly filter: BoardFilter;
}

/** Whether what is protected has a recent success, by product. */
export function BoardTiles({ groups, filter }: BoardTilesProps) {
  return (
    <section className="tiles board-tiles" aria-label="Workloads with and without a recent success, by product">
      {groups?.map((group) => group.key.product !== null && <Tile key={group.key.product} product={group.key.product} group={group} filter={filter} />)}
    </section>
  );
}

interface TileProps {
  readonly product: BackupProduct;
  readonly group: Board['groups'][number];
  readonly filter: BoardFilter;
}

function Tile({ product, group: { total, compliant, breached, undecided, silentSources }, filter }: TileProps) {
  const own = { ...filter, products: [product] };
  return (
    <article className="tile" data-product={product}>
      <h2>{productNames[product]}</h2>
      {total === 0 ? (
        <p className="figure quiet">{silentSources > 0 ? 'No answer' : 'No workload'}</p>
      ) : (
        <p className="figure">
          <BoardLink filter={own}>
            <strong>{compliant}</strong> of {total} compliant
          </BoardLink>
        </p>
      )}
      <div className="share" aria-hidden="true">
        {breached > 0 && <span data-compliance="breached" style={{ flexGrow: breached }} />}
        {(undecided > 0 || silentSources > 0) && <span data-unread="" style={{ flexGrow: undecided + silentSources }} />}
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
      {silentSources > 0 && (
        <p className="unread silent">
          {silentSources} {plural(silentSources, 'source')} did not answer: what {silentSources === 1 ? 'it protects' : 'they protect'} is not known
        </p>
      )}
    </article>
  );
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
      {children} <span className="count">{count}</span>
    </>
  );
  return <li>{filter === null ? <span className="line">{line}</span> : <BoardLink filter={filter}>{line}</BoardLink>}</li>;
}
