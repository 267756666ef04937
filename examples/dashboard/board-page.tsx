import { useApolloClient, useQuery } from '@apollo/client/react';
import { goTo, useAddress } from './address';
import { BoardFilters } from './board/board-filters';
import { BoardHeadline } from './board/board-headline';
import { BoardTiles } from './board/board-tiles';
import { WorkloadDialog } from './board/workload-dialog';
import { WorkloadList } from './board/workload-list';
import { boardQuestionOf, readBoardFilter, writeBoardFilter } from './board-filter';
import { DaysDocument, KnownSourcesDocument } from './generated/graphql';
import { readJobId } from './job-address';
import { Masthead } from './masthead';
import { JobDialog } from './panels/job-dialog';
import { Notices } from './panels/notices';
import { useBoard } from './reading/use-board';
import { useTenants } from './reading/use-tenants';
import { ofChosen, readChoice, tenantFilterOf, withChoice } from './tenant-choice';
import { readWorkloadId } from './view';

/** A board reads every source: as seldom as what is counted. */
const POLL_MS = 300_000;

/** What is protected, and how that is going. */
export function BoardPage() {
  const client = useApolloClient();
  const address = useAddress();
  const filter = readBoardFilter(address);
  const choice = readChoice(address);
  const { data } = useQuery(KnownSourcesDocument);
  const reading = useBoard(boardQuestionOf(filter, tenantFilterOf(choice)), POLL_MS);
  const { board, isAsking } = reading;
  const sources = ofChosen(data?.jobSources ?? [], useTenants(), choice);
  const [workloadId, jobId] = [readWorkloadId(address), readJobId(address)];

  function refresh() {
    reading.readAnew();
    void client.refetchQueries({ include: [DaysDocument, KnownSourcesDocument] });
  }
  return (
    <>
      <title>AvePoint backup board</title>
      <a className="skip" href="#workloads">
        Skip to the workloads
      </a>
      <Notices sources={sources} />
      <Masthead title="What is protected" readAt={board?.window.to ?? null} isAsking={isAsking} onRefresh={refresh}>
        {board === null ? <p className="headline quiet">{isAsking ? 'Asking the sources…' : 'Nothing is known.'}</p> : <BoardHeadline board={board} />}
      </Masthead>
      <main>
        <BoardTiles board={board} filter={filter} />
        <WorkloadList reading={reading} filter={filter}>
          <BoardFilters filter={filter} sources={sources} onChange={(changed) => goTo(withChoice(writeBoardFilter(changed), choice))} />
        </WorkloadList>
      </main>
      {workloadId !== null && <WorkloadDialog key={workloadId} id={workloadId} reading={reading} filter={filter} />}
      {jobId !== null && <JobDialog key={jobId} id={jobId} />}
    </>
  );
}
