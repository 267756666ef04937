import { useRef, useState, type ReactNode } from 'react';
import { Moment } from '../parts/moment';
import { useSight } from '../panels/use-sight';
import { useDays } from '../reading/use-days';
import type { Workload } from '../reading/use-board';
import { operationNames, sourceName } from '../words';
import { DayStrip } from './day-strip';
import { daysOf } from './days';
import { duePhrase, rhythmPhrase, streakPhrase, successPhrase } from './phrases';
import { StateMark } from './state-mark';
import { Told } from './told';
import { WorkloadLink } from './workload-link';

interface WorkloadRowProps {
  readonly workload: Workload;
  /** How far back, in words. */
  readonly lookBack: string;
  /** The midnight with which the strip begins. */
  readonly from: string;
}

/** Its days are read when they come near the viewport: they are a reading of four weeks of its source. */
export function WorkloadRow({ workload, lookBack, from }: WorkloadRowProps) {
  const place = useRef<HTMLLIElement>(null);
  const [wasSeen, setWasSeen] = useState(false);
  useSight(place, () => setWasSeen(true));
  const { source, operation, state, latestSuccess, failingSince, expectation } = workload;
  const { answer, failure } = useDays(source.id, operation, from, wasSeen);
  const due = duePhrase(workload);
  return (
    <li ref={place} className="workload" data-state={state} data-workload={workload.id}>
      <p>
        <StateMark state={state} />
      </p>
      <div className="workload-name">
        <WorkloadLink workload={workload} />
        <p className="quiet">
          {operationNames[operation]} · {sourceName(source)}
        </p>
      </div>
      <div className="workload-days">
        <DayStrip days={answer === null ? null : daysOf(answer, workload)} failure={answer === null ? failure : null} />
      </div>
      <Cell label="Last success">
        <p>
          <Told phrase={successPhrase(workload, lookBack)} />
        </p>
        {latestSuccess !== null && (
          <p className="quiet">
            <Moment instant={latestSuccess.finishedAt ?? latestSuccess.startedAt} absence="" />
          </p>
        )}
      </Cell>
      <Cell label="Failures in a row">
        <p>
          <Told phrase={streakPhrase(workload)} />
        </p>
        {failingSince !== null && (
          <p className="quiet">
            since <Moment instant={failingSince} absence="" />
          </p>
        )}
      </Cell>
      <Cell label="Runs">
        <p className={expectation === null ? 'quiet' : undefined}>{rhythmPhrase(workload)}</p>
        {due !== null && (
          <p className={due.kind === 'plain' ? 'quiet' : undefined}>
            <Told phrase={due} /> {expectation?.nextAt != null && due.kind !== 'unknown' && <Moment instant={expectation.nextAt} absence="" />}
          </p>
        )}
      </Cell>
    </li>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="workload-fact">
      <p className="label">{label}</p>
      <div>{children}</div>
    </div>
  );
}
