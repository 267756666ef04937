import { lookBacks, staleAfters, type BoardFilter } from '../board-filter';
import { formatCount } from '../formats';
import type { RunFragment } from '../generated/graphql';
import { Fact } from '../parts/fact';
import { JobLink } from '../parts/job-link';
import { Moment } from '../parts/moment';
import { StatusMark } from '../parts/status-mark';
import { TableLink } from '../parts/table-link';
import type { Workload } from '../reading/use-board';
import { startOfDays, useDays } from '../reading/use-days';
import { useToday } from '../reading/use-today';
import { operationNames, sourceName, workloadStateWords } from '../words';
import { DayList } from './day-list';
import { DayStrip } from './day-strip';
import { daysOf } from './days';
import { duePhrase, rhythmPhrase, streakPhrase, successPhrase } from './phrases';
import { StateMark } from './state-mark';
import { Told } from './told';

interface WorkloadFactsProps {
  readonly workload: Workload;
  readonly filter: BoardFilter;
}

const bases = { CONFIGURATION: ', as configured', HISTORY: ', as its runs were' } as const;

export function WorkloadFacts({ workload, filter }: WorkloadFactsProps) {
  const { source, operation, state, latest, latestEnded, latestSuccess, failingSince, expectation, runs, searchedFrom } = workload;
  const lookBack = `the last ${lookBacks[filter.lookBack].name}`;
  const { answer, failure } = useDays(source.id, operation, startOfDays(useToday()), true);
  const days = answer === null ? null : daysOf(answer, workload);
  const due = duePhrase(workload);
  return (
    <>
      <p>
        <StateMark state={state} /> <span className="quiet">{workloadStateWords[state]}</span>
      </p>
      <DayStrip days={days} failure={days === null ? failure : null} />
      <dl className="facts">
        <Fact name="Source">{sourceName(source)}</Fact>
        <Fact name="Operation">{operationNames[operation]}</Fact>
        <Fact name="Code">{workload.workload !== null && <bdi>{workload.workload.code}</bdi>}</Fact>
        <Fact name="Latest run">
          <Run run={latest} absence={`none in ${lookBack}`} />
        </Fact>
        <Fact name="Latest result">
          {latestEnded?.id !== latest?.id && <Run run={latestEnded} absence="none that was read" />}
        </Fact>
        <Fact name="Last success">
          <Told phrase={successPhrase(workload, lookBack)} /> <Run run={latestSuccess} absence="" />
        </Fact>
        <Fact name="Stale after">{filter.staleAfter === null ? 'as the server is configured; 26 hours where it is not' : staleAfters[filter.staleAfter].name}</Fact>
        <Fact name="Failures in a row">
          <Told phrase={streakPhrase(workload)} />{' '}
          {failingSince !== null && (
            <span className="quiet">
              since <Moment instant={failingSince} absence="" />
            </span>
          )}
        </Fact>
        <Fact name="Runs">
          {rhythmPhrase(workload)}
          {expectation !== null && <span className="quiet">{bases[expectation.basis]}</span>}
        </Fact>
        <Fact name="Next run">
          {due !== null && (
            <>
              <Told phrase={due} /> {due.kind !== 'unknown' && <Moment instant={expectation?.nextAt ?? null} absence="" />}
            </>
          )}
        </Fact>
        <Fact name="Started">{runs === null ? <span className="unread">cannot be told: not all was read</span> : `${formatCount(runs)} in ${lookBack}`}</Fact>
        <Fact name="Read back to">{searchedFrom === null ? <span className="unread">nothing can be promised</span> : <Moment instant={searchedFrom} absence="" />}</Fact>
      </dl>
      {days !== null && days.length > 0 && <DayList days={days} />}
      <p>
        <TableLink filter={{ source: source.id, operation, period: 'started-30d' }}>
          All jobs of this source and operation of the last 30 days
        </TableLink>
      </p>
    </>
  );
}

function Run({ run, absence }: { readonly run: RunFragment | null; readonly absence: string }) {
  if (run === null) return <span className="quiet">{absence}</span>;
  return (
    <span className="run">
      <StatusMark status={run.status} upstream={run.upstreamStatus} /> <JobLink job={run} />{' '}
      <span className="quiet">
        <Moment instant={run.finishedAt ?? run.startedAt} absence="not started" />
      </span>
    </span>
  );
}
