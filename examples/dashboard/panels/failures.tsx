import { JobLink } from '../parts/job-link';
import { ListState } from '../parts/list-state';
import { Moment } from '../parts/moment';
import { Panel } from '../parts/panel';
import { StatusMark } from '../parts/status-mark';
import { TableLink } from '../parts/table-link';
import type { JobEdge, JobList } from '../reading/use-job-list';
import { formatCount } from '../formats';
import { productNames } from '../words';
import { kindOf } from './kind-of';

interface FailuresProps {
  readonly list: JobList;
}

export const failedStatuses = ['FAILED', 'PARTIAL'] as const;
const SHOWN = 3;

export function Failures({ list }: FailuresProps) {
  const edges = list.page?.edges ?? [];
  return (
    <Panel name="failures" title="Newest failures" hint="Failed wholly or in part and ended within the last 24 hours, newest end first.">
      <ListState list={list} emptiness="No job failed in the last 24 hours." />
      <ul className="entries">
        {edges.map((edge) => (
          <Entry key={edge.node.id} edge={edge} />
        ))}
      </ul>
      {list.page?.pageInfo.hasNextPage === true && <TableLink filter={{ statuses: failedStatuses, period: 'ended-24h' }}>All failures of the last 24 hours</TableLink>}
    </Panel>
  );
}

function Entry({ edge }: { readonly edge: JobEdge }) {
  const { node } = edge;
  return (
    <li className="entry">
      <div className="entry-head">
        <StatusMark status={node.status} upstream={node.upstreamStatus} />
        <JobLink job={node} />
        <span className="quiet entry-when">
          <Moment instant={node.finishedAt} absence="no end" />
        </span>
      </div>
      <p className="quiet">
        {productNames[node.product]} · <bdi>{kindOf(edge, node.upstreamType)}</bdi>
        {typeof node.counts?.failed === 'number' && ` · ${formatCount(node.counts.failed)} objects failed`}
      </p>
      <Messages failures={node.failures} />
    </li>
  );
}

function Messages({ failures }: Pick<JobEdge['node'], 'failures'>) {
  if (failures === null) return <p className="quiet">This product reports no messages.</p>;
  if (failures.length === 0) return <p className="quiet">No message came with it.</p>;
  return (
    <ul className="messages">
      {failures.slice(0, SHOWN).map(({ message, occurrences }, index) => (
        <li key={index}>
          <bdi>{message === '' ? 'A failure without a message' : message}</bdi>
          {occurrences !== null && occurrences > 1 && <span className="quiet"> × {formatCount(occurrences)}</span>}
        </li>
      ))}
      {failures.length > SHOWN && <li className="quiet">and {failures.length - SHOWN} more</li>}
    </ul>
  );
}
