import type { BackupProduct, Job, JobCounts, JobDuration, JobFailure, JobOperation, JobSource, JobStatus, UpstreamCode } from '../generated/types.js';
import { durationOf } from './duration.js';
import { globalIdOf } from './global-id.js';
import type { JobFacts } from './job.js';
import type { PageFacts, RecordReader } from './reader.js';
import { writeUtc } from './utc.js';

/** The fields that the jobs of one product have beside those of `Job`. */
export type OwnFields<J extends Job> = Omit<J, keyof Job>;

export function writeJob(reader: RecordReader, facts: JobFacts, source: JobSource, own: object): Job {
  return Object.assign(new JobNode(reader, facts, source), own);
}

const NO_STATUS: UpstreamCode = { __typename: 'UpstreamCode', code: '', label: null, isKnown: false };

/** The fields of `Job`. Most lists ask for few: what is put together of others is so when it is asked for, once. */
class JobNode implements Job {
  readonly source: JobSource;
  readonly raw: unknown;
  readonly #facts: JobFacts;
  readonly #page: PageFacts;
  #id: string | undefined;
  #startedAt: string | undefined;
  #finishedAt: string | undefined;
  #duration: JobDuration | null | undefined;

  constructor({ record, page }: RecordReader, facts: JobFacts, source: JobSource) {
    this.source = source;
    this.raw = record;
    this.#facts = facts;
    this.#page = page;
  }

  get id(): string {
    return (this.#id ??= globalIdOf(this.source.id, this.#facts.jobId));
  }

  get jobId(): string {
    return this.#facts.jobId;
  }

  get product(): BackupProduct {
    return this.source.product;
  }

  get status(): JobStatus {
    return this.#facts.status?.canonical ?? 'UNKNOWN';
  }

  get upstreamStatus(): UpstreamCode {
    return this.#facts.status?.upstream ?? NO_STATUS;
  }

  get operation(): JobOperation | null {
    return this.#facts.type?.canonical ?? null;
  }

  get upstreamType(): UpstreamCode | null {
    return this.#facts.type?.upstream ?? null;
  }

  get workload(): UpstreamCode | null {
    return this.#facts.workload;
  }

  get startedAt(): string | null {
    const { startedAt } = this.#facts;
    return startedAt === null ? null : (this.#startedAt ??= writeUtc(startedAt));
  }

  get finishedAt(): string | null {
    const { finishedAt } = this.#facts;
    return finishedAt === null ? null : (this.#finishedAt ??= writeUtc(finishedAt));
  }

  get duration(): JobDuration | null {
    if (this.#duration === undefined) {
      const { startedAt, finishedAt, duration } = this.#facts;
      this.#duration = durationOf({ startedAt, finishedAt, observedAt: this.#page.now, status: this.status, upstreamValue: duration.upstreamValue, reported: duration.milliseconds });
    }
    return this.#duration;
  }

  get progress(): number | null {
    return this.#facts.progress;
  }

  get counts(): JobCounts | null {
    return this.#facts.counts;
  }

  get failures(): readonly JobFailure[] | null {
    return this.#facts.failures;
  }

  get observedAt(): string {
    return this.#page.observedAt;
  }
}
