import type { Job, JobStatus } from '../generated/types.js';
import type { JobRow, Warning } from '../planning/match.js';
import { warnOfFacts, type JobFacts } from './job.js';
import { writeJob, type OwnFields } from './job-node.js';
import type { DecodeContext } from './page.js';
import type { RecordReader } from './reader.js';

interface Unwritten {
  readonly reader: RecordReader;
  readonly facts: JobFacts;
  readonly own: object;
  readonly context: DecodeContext;
}

/** All that is odd about a record is known once it is read; its job is written for who asks for it, and who counts seldom does. */
export function rowOf<J extends Job>(reader: RecordReader, facts: JobFacts, codes: JobRow['codes'], own: OwnFields<J>, context: DecodeContext): JobRow {
  warnOfFacts(reader, facts);
  return new RecordRow({ reader, facts, own, context }, codes);
}

/** An accessor of its own in every row would be allocated old. */
class RecordRow implements JobRow {
  readonly id: string;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly observedAt: number;
  readonly status: JobStatus;
  readonly codes: JobRow['codes'];
  readonly warnings: readonly Warning[];
  #unwritten: Unwritten | null;
  #node: Job | null = null;

  constructor(unwritten: Unwritten, codes: JobRow['codes']) {
    const { reader, facts } = unwritten;
    this.id = facts.jobId;
    this.startedAt = facts.startedAt;
    this.finishedAt = facts.finishedAt;
    this.observedAt = reader.page.now;
    this.status = facts.status?.canonical ?? 'UNKNOWN';
    this.codes = codes;
    this.warnings = reader.warnings;
    this.#unwritten = unwritten;
  }

  get node(): Job {
    if (this.#unwritten !== null) {
      const { reader, facts, own, context } = this.#unwritten;
      this.#node = writeJob(reader, facts, context.source, own);
      this.#unwritten = null;
    }
    return this.#node as Job;
  }
}
