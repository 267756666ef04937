import { JobLink } from '../parts/job-link';
import { Moment } from '../parts/moment';
import { StatusMark } from '../parts/status-mark';
import type { JobEdge } from '../reading/use-job-list';
import { formatSeconds } from '../formats';
import { productNames } from '../words';
import { kindOf } from './kind-of';

interface JobRowProps {
  readonly edge: JobEdge;
}

export function JobRow({ edge }: JobRowProps) {
  const { node } = edge;
  return (
    <tr data-job={node.id}>
      <td>
        <StatusMark status={node.status} upstream={node.upstreamStatus} />
      </td>
      <td>
        <JobLink job={node} />
        <span className="narrow quiet">{productNames[node.product]}</span>
      </td>
      <td>{productNames[node.product]}</td>
      <td>
        <bdi>{kindOf(edge, node.upstreamType)}</bdi>
      </td>
      <td>
        <Moment instant={node.startedAt} absence="not started" />
      </td>
      <td>{node.duration === null ? <span className="quiet">unknown</span> : formatSeconds(node.duration.seconds)}</td>
    </tr>
  );
}
