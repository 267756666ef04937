import { useState } from 'react';
import { JobLink } from '../parts/job-link';
import { ListState } from '../parts/list-state';
import { Moment } from '../parts/moment';
import { Panel } from '../parts/panel';
import { StatusMark } from '../parts/status-mark';
import { TableLink } from '../parts/table-link';
import { isExact } from '../reading/tally';
import type { JobEdge, JobList } from '../reading/use-job-list';
import { formatCount, formatSeconds, formatTally } from '../formats';
import { productNames } from '../words';
import { kindOf } from './kind-of';

interface RunningProps {
  readonly list: JobList;
}

export const runningStatuses = ['RUNNING', 'PAUSED', 'QUEUED'] as const;
const SHOWN = 6;

export function Running({ list }: RunningProps) {
  const [isOpen, setIsOpen] = useState(false);
  const edges = inOrder(list.page?.edges ?? []);
  const shown = isOpen ? edges : edges.slice(0, SHOWN);
  const count = list.page === null ? '' : ` (${formatTally(edges.length, isExact(list.page))})`;
  return (
    <Panel name="running" title={`Under way${count}`} hint="Running, paused or queued: begun within the last 48 hours, or not yet.">
      <ListState list={list} emptiness="Nothing is under way that began within the last 48 hours." />
      <ul className="entries">
        {shown.map((edge) => (
          <Entry key={edge.node.id} edge={edge} />
        ))}
      </ul>
      {edges.length > shown.length && (
        <button type="button" className="plain" onClick={() => setIsOpen(true)}>
          Show {edges.length - shown.length} more
        </button>
      )}
      {/* A longer window would read whole lists, every minute, where the upstream knows no statuses. */}
      <p className="quiet">
        Those that have been under way for longer are missing here: <TableLink filter={{ statuses: runningStatuses }}>all of the last 30 days</TableLink>
      </p>
    </Panel>
  );
}

/** What runs before what waits; the server's order puts jobs without a start first. */
function inOrder(edges: readonly JobEdge[]): readonly JobEdge[] {
  return runningStatuses.flatMap((status) => edges.filter(({ node }) => node.status === status));
}

function Entry({ edge }: { readonly edge: JobEdge }) {
  const { node } = edge;
  return (
    <li className="entry">
      <div className="entry-head">
        <StatusMark status={node.status} upstream={node.upstreamStatus} />
        <JobLink job={node} />
        <span className="quiet entry-when">
          <Moment instant={node.startedAt} absence="not started" />
        </span>
      </div>
      <p className="quiet">
        {productNames[node.product]} · <bdi>{kindOf(edge, node.upstreamType)}</bdi>
        {node.duration?.basis === 'ELAPSED' && ` · ${formatSeconds(node.duration.seconds)} so far`}
      </p>
      {node.status !== 'QUEUED' && <Progress node={node} />}
    </li>
  );
}

/** Per cent where the product reports them, else what was processed; nothing is made up. */
function Progress({ node: { jobId, progress, counts } }: Pick<JobEdge, 'node'>) {
  if (progress !== null) {
    return (
      <div className="progress">
        <progress max={100} value={progress} aria-label={`Progress of ${jobId}`} />
        <span className="count">{Math.round(progress)} %</span>
      </div>
    );
  }
  const done = counts && [counts.successful, counts.failed, counts.skipped].filter((part) => part !== null);
  if (!done || done.length === 0) return <p className="quiet">Progress is not reported.</p>;
  const processed = done.reduce((sum, part) => sum + part, 0);
  return (
    <p className="quiet">
      {formatCount(processed)} {counts.total !== null && `of ${formatCount(counts.total)} `}objects so far
    </p>
  );
}
