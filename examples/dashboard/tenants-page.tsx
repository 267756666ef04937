import { useApolloClient, useQuery } from '@apollo/client/react';
import { useAddress } from './address';
import { KnownSourcesDocument } from './generated/graphql';
import { Masthead } from './masthead';
import { Notices } from './panels/notices';
import { useRollUp } from './reading/use-roll-up';
import { useTenants } from './reading/use-tenants';
import { isChosen, ofChosen, readChoice, tenantFilterOf } from './tenant-choice';
import { rollUp } from './tenants/roll-up';
import { RollUpHeadline } from './tenants/roll-up-headline';
import { RollUpList } from './tenants/roll-up-list';

/** As seldom as a board: it reads every source of every tenant. */
const POLL_MS = 300_000;

/** Which customer needs a look first. */
export function TenantsPage() {
  const client = useApolloClient();
  const choice = readChoice(useAddress());
  const { data, error } = useQuery(KnownSourcesDocument);
  const tenants = useTenants();
  const reading = useRollUp(tenantFilterOf(choice), POLL_MS);
  const { boards, jobs, isAsking } = reading;
  const areKnown = tenants.length > 0 || data !== undefined;
  const lines = areKnown ? rollUp(tenants.filter((tenant) => isChosen(tenant, choice)), boards, jobs) : null;

  function refresh() {
    reading.readAnew();
    void client.refetchQueries({ include: [KnownSourcesDocument] });
  }
  return (
    <>
      <title>AvePoint backups by tenant</title>
      <a className="skip" href="#tenants">
        Skip to the tenants
      </a>
      <Notices sources={ofChosen(data?.jobSources ?? [], tenants, choice)} />
      <Masthead title="Backups by tenant" readAt={boards?.window.to ?? null} isAsking={isAsking} onRefresh={refresh}>
        {boards === null || lines === null ? <p className="headline quiet">{isAsking ? 'Asking the sources…' : 'Nothing is known.'}</p> : <RollUpHeadline lines={lines} />}
      </Masthead>
      <main>
        <RollUpList lines={lines} reading={{ ...reading, failure: reading.failure ?? (areKnown ? null : (error?.message ?? null)) }} />
      </main>
    </>
  );
}
