import { useRef, useState } from 'react';
import type { CausesQuery } from '../generated/graphql';
import { formatCounted, plural } from '../formats';
import { JobLink } from '../parts/job-link';
import { MissingSources } from '../parts/missing-sources';
import { Moment } from '../parts/moment';
import { Note } from '../parts/note';
import { Panel } from '../parts/panel';
import { useCauses } from '../reading/use-causes';
import type { TenantFilter } from '../tenant-choice';
import { sourceName } from '../words';
import { useSight } from './use-sight';

type Digest = NonNullable<CausesQuery['jobFailureDigest']>;
type Cause = Digest['causes'][number];

interface CausesProps {
  readonly tenants: TenantFilter;
  readonly isWanted: boolean;
}

/** Asks for nothing before anyone can see it. */
export function Causes({ tenants, isWanted }: CausesProps) {
  const place = useRef<HTMLDivElement>(null);
  const [wasSeen, setWasSeen] = useState(false);
  useSight(place, () => {
    if (isWanted) setWasSeen(true);
  });
  const { digest, isAsking, failure, readAnew } = useCauses(tenants, wasSeen);
  return (
    <div ref={place}>
      <Panel name="causes" title="Why jobs failed" hint="Failed wholly or in part and ended within the last 7 days, by cause: those of most jobs first.">
        {failure !== null && (
          <Note kind="failure" action={{ name: 'Try again', run: readAnew }}>
            <strong>No answer.</strong> {failure}
          </Note>
        )}
        {digest === null && isAsking && <p className="waiting">Asking the sources…</p>}
        {digest !== null && <CauseList digest={digest} />}
      </Panel>
    </div>
  );
}

function CauseList({ digest: { causes, otherCauses, jobs, unexplainedJobs, precision, sources } }: { readonly digest: Digest }) {
  return (
    <>
      <MissingSources sources={sources} />
      {jobs === 0 && precision === 'EXACT' && <p className="emptiness">No job failed in the last 7 days.</p>}
      <ol className="entries">
        {causes.map((cause) => (
          <Entry key={cause.id} cause={cause} precision={precision} />
        ))}
      </ol>
      <p className="quiet">
        {otherCauses > 0 && `${otherCauses} more ${plural(otherCauses, 'cause')}. `}
        {unexplainedJobs !== null && unexplainedJobs > 0 && `${formatCounted(unexplainedJobs, precision)} ${plural(unexplainedJobs, 'job')} failed without a reason that the product reports.`}
      </p>
    </>
  );
}

function Entry({ cause: { text, documentationUrl, jobs, sources, latestJobs }, precision }: { readonly cause: Cause; readonly precision: Digest['precision'] }) {
  return (
    <li className="entry">
      <div className="entry-head">
        <strong>
          <bdi>{text}</bdi>
        </strong>
        <span className="quiet entry-when">
          {formatCounted(jobs, precision)} {plural(jobs, 'job')}
        </span>
      </div>
      <p className="quiet">
        {sources.map(sourceName).join(', ')}
        {documentationUrl?.startsWith('https:') === true && (
          <>
            {' · '}
            <a href={documentationUrl} rel="noreferrer">
              Documentation
            </a>
          </>
        )}
      </p>
      <ul className="messages">
        {latestJobs.map((job) => (
          <li key={job.id}>
            <JobLink job={job} />{' '}
            <span className="quiet">
              <Moment instant={job.finishedAt} absence="no end" />
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}
