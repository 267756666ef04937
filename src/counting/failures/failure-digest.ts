import { createHash } from 'node:crypto';

import type { JobCountPrecision, UpstreamCode } from '../../generated/types.js';
import type { JobRow } from '../../planning/match.js';
import type { Source } from '../../sources/source.js';
import { newest, type Cause } from './cause-book.js';
import type { CountingContext } from '../context.js';
import type { CountRequest } from '../count-request.js';
import { createFailureTally, type FailedJob, type FailureTally } from './failure-tally.js';
import { NO_KEY } from '../group-key.js';
import { precisionOf } from '../precision.js';
import { readEach, readSource, type Reading } from '../reading.js';
import { keyOf, sumOf } from './reasons.js';

/** Failures by cause, over all jobs that match. */
export interface FailureDigest {
  readonly request: CountRequest;
  /** Those of most jobs first, as many as were asked for. */
  readonly causes: readonly DigestedCause[];
  readonly otherCauses: number;
  readonly jobs: number;
  readonly unexplainedJobs: number;
  readonly precision: JobCountPrecision;
  readonly isComplete: boolean;
  readonly readings: readonly Reading<FailureTally>[];
}

export interface DigestedCause extends Pick<Cause, 'kind' | 'text'> {
  readonly id: string;
  readonly documentationUrl: string | null;
  readonly example: string | null;
  readonly jobs: number;
  readonly occurrences: number | null;
  readonly sources: readonly Source[];
  readonly workloads: readonly UpstreamCode[];
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly latest: readonly JobRow[];
}

/** Jobs that are added up before others have their turn. */
const AT_ONCE = 10_000;

export async function digestFailures(request: CountRequest, context: CountingContext): Promise<FailureDigest> {
  const { plans, period, first, noSource } = request;
  const readings = await readEach(plans, context, (plan, own) => readSource(plan, request, createFailureTally, own));
  const summed = new Map<string, Sum>();
  const givenUp = new Set<string>();
  let [jobs, explained] = [0, 0];
  for (const { source, tally } of readings) {
    for (const job of tally.jobs()) {
      if (jobs % AT_ONCE === 0) await context.turn();
      jobs += 1;
      if (job.reasons.length > 0) explained += 1;
      for (const { cause, occurrences } of job.reasons) {
        if (cause.isGivenUp) givenUp.add(keyOf(cause));
        else addTo(summed, cause, job, source, occurrences);
      }
    }
  }
  const causes = [...summed.values()].map(digestOf).sort(compareCauses);
  const precision = noSource === null ? precisionOf(NO_KEY, readings, period, ({ tally }) => tally.matched()) : 'UNKNOWN';
  return {
    request,
    causes: causes.slice(0, first),
    otherCauses: new Set([...summed.keys(), ...givenUp]).size - Math.min(causes.length, first),
    jobs,
    unexplainedJobs: jobs - explained,
    precision: precision === 'EXACT' && givenUp.size > 0 ? 'AT_LEAST' : precision,
    isComplete: noSource === null && readings.every(({ error }) => error === null),
    readings,
  };
}

/** A cause of all sources, while it is added up. */
interface Sum {
  readonly parts: Set<Cause>;
  readonly sources: Set<Source>;
  readonly workloads: Map<string, UpstreamCode>;
  jobs: number;
  occurrences: number | null;
  firstAt: number | null;
  lastAt: number | null;
}

function addTo(summed: Map<string, Sum>, cause: Cause, { end, workload }: FailedJob, source: Source, occurrences: number | null): void {
  const key = keyOf(cause);
  const sum = summed.get(key) ?? { parts: new Set(), sources: new Set(), workloads: new Map(), jobs: 0, occurrences: null, firstAt: null, lastAt: null };
  summed.set(key, sum);
  sum.parts.add(cause);
  sum.sources.add(source);
  // A code is one of its product's.
  if (workload !== null) sum.workloads.set(`${source.node.product} ${workload.code}`, workload);
  sum.jobs += 1;
  sum.occurrences = sumOf(sum.occurrences, occurrences);
  if (end === null) return;
  sum.firstAt = Math.min(sum.firstAt ?? end, end);
  sum.lastAt = Math.max(sum.lastAt ?? end, end);
}

function digestOf({ parts, sources, workloads, ...sum }: Sum): DigestedCause {
  const all = [...parts];
  const [{ kind, text }] = all as [Cause, ...Cause[]];
  const examples = all.flatMap(({ example }) => example ?? []).sort((a, b) => b.end - a.end);
  return {
    ...sum,
    id: createHash('sha256').update(keyOf({ kind, text })).digest('base64url').slice(0, 16),
    kind,
    text,
    documentationUrl: all.find(({ documentationUrl }) => documentationUrl !== null)?.documentationUrl ?? null,
    example: examples[0]?.message ?? null,
    sources: [...sources],
    workloads: [...workloads.values()],
    latest: newest(all.flatMap(({ latest }) => latest)),
  };
}

function compareCauses(a: DigestedCause, b: DigestedCause): number {
  return b.jobs - a.jobs || (b.occurrences ?? -1) - (a.occurrences ?? -1) || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.kind < b.kind ? -1 : 1);
}
