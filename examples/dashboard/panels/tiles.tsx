import type { CountFragment } from '../generated/graphql';
import { MissingSources } from '../parts/missing-sources';
import { StatusMark } from '../parts/status-mark';
import { TableLink } from '../parts/table-link';
import type { Group, SourceAnswer } from '../reading/tally';
import { formatCounted } from '../formats';
import { productNames } from '../words';
import { tallyOf } from './tally-of';

interface TilesProps {
  readonly count: CountFragment;
}

export function Tiles({ count: { groups, sources } }: TilesProps) {
  return (
    <section className="tiles" aria-label="Jobs that ended in the last 24 hours, by product">
      {groups.map((group) => (
        <Tile key={group.key.product} group={group} sources={sources.filter(({ source }) => source.product === group.key.product)} />
      ))}
    </section>
  );
}

interface TileProps {
  readonly group: Group;
  /** Those of its product. */
  readonly sources: readonly SourceAnswer[];
}

function Tile({ group, sources }: TileProps) {
  const { product } = group.key;
  if (product === null) return null;
  return (
    <article className="tile" data-product={product}>
      <h2>{productNames[product]}</h2>
      {group.counts === null ? <Unknown sources={sources} /> : <Figures product={product} group={group} count={group.counts.total} />}
      <MissingSources sources={sources} />
    </article>
  );
}

function Unknown({ sources }: Pick<TileProps, 'sources'>) {
  return (
    <>
      <p className="figure quiet">{sources.every(({ outcome }) => outcome === 'FAILED') ? 'No answer' : 'Not counted'}</p>
      <div className="share" aria-hidden="true">
        <span data-unread="" style={{ flexGrow: 1 }} />
      </div>
    </>
  );
}

interface FiguresProps {
  readonly product: NonNullable<Group['key']['product']>;
  readonly group: Group;
  readonly count: number;
}

function Figures({ product, group, count }: FiguresProps) {
  const tally = tallyOf(group);
  return (
    <>
      <p className="figure">
        <TableLink filter={{ products: [product], period: 'ended-24h' }}>
          <strong>{formatCounted(count, group.precision)}</strong> ended
        </TableLink>
      </p>
      <div className="share" aria-hidden="true">
        {tally.map(([status, jobs]) => (
          <span key={status} data-status={status} style={{ flexGrow: jobs }} />
        ))}
        {group.precision !== 'EXACT' && <span data-unread="" style={{ flexGrow: Math.max(count / 4, 1) }} />}
      </div>
      <ul className="tally">
        {tally.map(([status, jobs]) => (
          <li key={status} data-status={status}>
            <TableLink filter={{ products: [product], statuses: [status], period: 'ended-24h' }}>
              <StatusMark status={status} /> <span className="count">{formatCounted(jobs, group.precision)}</span>
            </TableLink>
          </li>
        ))}
      </ul>
    </>
  );
}
