import type { JobDetailsFragment } from '../generated/graphql';
import { Fact } from '../parts/fact';
import { Moment } from '../parts/moment';
import { StatusMark } from '../parts/status-mark';
import { formatCount, formatSeconds } from '../formats';
import { productNames } from '../words';
import { kindOf } from './kind-of';
import { ownFacts, writeCounts } from './own-facts';

interface JobFactsProps {
  readonly job: JobDetailsFragment;
}

const bases = { COMPUTED: '', REPORTED: ', as reported', ELAPSED: ' so far' } as const;

export function JobFacts({ job }: JobFactsProps) {
  const { upstreamStatus, upstreamType, duration } = job;
  const kind = kindOf(job, upstreamType);
  return (
    <>
      <dl className="facts">
        <Fact name="Status">
          <StatusMark status={job.status} /> <bdi className="quiet">{textOf(upstreamStatus)}</bdi>
        </Fact>
        <Fact name="Product">{productNames[job.product]}</Fact>
        <Fact name="Source">{job.source.id}</Fact>
        <Fact name="Kind">
          <bdi>{kind}</bdi> {upstreamType !== null && <bdi className="quiet">{kind === upstreamType.label ? upstreamType.code : textOf(upstreamType)}</bdi>}
        </Fact>
        <Fact name="Started">
          <Moment instant={job.startedAt} absence="not started" />
        </Fact>
        <Fact name="Ended">
          <Moment instant={job.finishedAt} absence="not ended" />
        </Fact>
        <Fact name="Duration">{duration && formatSeconds(duration.seconds) + bases[duration.basis]}</Fact>
        <Fact name="Progress">{job.progress !== null && `${job.progress} %`}</Fact>
        <Fact name="Objects">{writeCounts(job.counts)}</Fact>
        {ownFacts(job).map(([name, value]) => (
          <Fact key={name} name={name}>
            <bdi>{value}</bdi>
          </Fact>
        ))}
        <Fact name="Read">
          <Moment instant={job.observedAt} absence="" />
        </Fact>
      </dl>
      {job.failures !== null && job.failures.length > 0 && <FailureList failures={job.failures} />}
      <details>
        <summary>The record as the upstream sent it</summary>
        <pre tabIndex={0}>{JSON.stringify(job.raw, null, 2)}</pre>
      </details>
    </>
  );
}

function FailureList({ failures }: { readonly failures: NonNullable<JobDetailsFragment['failures']> }) {
  return (
    <>
      <h3>What went wrong</h3>
      <ul className="messages">
        {failures.map(({ message, occurrences, documentationUrl }, index) => (
          <li key={index}>
            <bdi>{message === '' ? 'A failure without a message' : message}</bdi>
            {occurrences !== null && occurrences > 1 && <span className="quiet"> × {formatCount(occurrences)}</span>}
            {documentationUrl !== null && documentationUrl.startsWith('https:') && (
              <>
                {' '}
                <a href={documentationUrl} rel="noreferrer">
                  About it
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function textOf({ code, label }: { readonly code: string; readonly label: string | null }): string {
  return label === null || label === code ? code : `${label} (${code})`;
}
