import type { ReactNode } from 'react';
import { BoardLink } from '../board/board-link';
import { Told } from '../board/told';
import { wholeBoard } from '../board-filter';
import { capital, formatTally, plural } from '../formats';
import { MissingSources } from '../parts/missing-sources';
import { TableLink } from '../parts/table-link';
import { healthWords } from '../words';
import type { TenantLine } from './roll-up';
import { failedJobs, oldestSuccess, silentSources, tenantStateNames, tenantStateWords, workloadCount } from './roll-up-phrases';

/** Leads to the tenant's own board, and from its numbers to what is behind them. */
export function RollUpRow({ line }: { readonly line: TenantLine }) {
  const { tenant, state, health, board, isCut, missing } = line;
  const choice = { tenants: [tenant.key], labels: [] };
  return (
    <li className="tenant" data-tenant={tenant.key}>
      <p>
        <span className="state" data-state={state === 'SILENT' || state === 'EMPTY' ? 'UNKNOWN' : state} title={tenantStateWords[state]}>
          {tenantStateNames[state]}
        </span>
      </p>
      <div className="tenant-name">
        <BoardLink filter={wholeBoard} choice={choice}>
          <bdi>{tenant.displayName}</bdi>
        </BoardLink>
        <p className="quiet">
          {board !== null && capital(`${formatTally(board.total, !isCut)} ${plural(board.total, 'workload')}`)}
          {tenant.labels.map(({ name, value }) => (
            <bdi key={name} className="tenant-label">{`${name}: ${value}`}</bdi>
          ))}
        </p>
        <p className="quiet">
          <span className="health" data-health={health}>
            {healthWords[health]}
          </span>
        </p>
      </div>
      <Cell label="Failed jobs">
        <TableLink filter={{ statuses: ['FAILED'], period: 'ended-24h' }} choice={choice}>
          <Told phrase={failedJobs(line)} />
        </TableLink>
      </Cell>
      <Cell label="Failing">
        <BoardLink filter={{ ...wholeBoard, states: ['FAILING'] }} choice={choice}>
          <Told phrase={workloadCount(line, 'failing')} />
        </BoardLink>
      </Cell>
      <Cell label="Stale">
        <BoardLink filter={{ ...wholeBoard, isStale: true }} choice={choice}>
          <Told phrase={workloadCount(line, 'breached')} />
        </BoardLink>
      </Cell>
      <Cell label="Cannot be told">
        <Told phrase={workloadCount(line, 'undecided')} />
      </Cell>
      <Cell label="Silent sources">
        <Told phrase={silentSources(line)} />
      </Cell>
      <Cell label="Oldest success">
        <Told phrase={oldestSuccess(line)} />
      </Cell>
      {missing.length > 0 && (
        <div className="tenant-missing">
          <MissingSources sources={missing} />
        </div>
      )}
    </li>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="tenant-fact">
      <p className="label">{label}</p>
      <div>{children}</div>
    </div>
  );
}
