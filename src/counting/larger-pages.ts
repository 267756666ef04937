import { CALL_MS } from '../deadlines.js';
import { openStreams } from '../listing/runs.js';
import type { StreamWalk } from '../listing/source-run.js';
import { keyOf, type Stream } from '../planning/plan.js';
import type { LargerPages } from '../sources/larger-pages.js';
import type { Source } from '../sources/source.js';
import { close, isReadWhole, openWalks, readFirst, takePage, type Begun, type SharingWalk } from './begun.js';
import type { CountingContext } from './context.js';
import type { Period } from './period.js';
import type { Asked } from './plans.js';
import type { Tally } from './tally.js';

/** The most jobs that a page may be asked for. */
const MOST_ROWS = 1000;

/**
 * Reads streams of which much is left from their newest job on in larger pages, where that takes fewer calls. Upstreams publish no largest
 * size: where the first of these pages does not prove that it came whole, streams are read on in pages of the configured size.
 */
export async function readLarger<T extends Tally>(begun: Begun<T>, asked: Asked, context: CountingContext): Promise<Begun<T>> {
  const { source, source: { largerPages } } = begun.plan;
  const pageSize = Math.min(MOST_ROWS, source.pageSize * (asked.pagesAtOnce ?? 1));
  if (pageSize === source.pageSize) return begun;
  const replaced = new Map<SharingWalk, SharingWalk>();
  // One after another, and until the first has come no other beside it: failures in a row would have the source left alone.
  for (const one of begun.walks.filter(({ stream }) => isReadWhole(stream, begun.tally))) {
    await takePage(one, context);
    const stream = withPageSize(one.stream, pageSize);
    if (!mayAsk(largerPages, stream)) break;
    const larger = isWorthIt(begun, one, pageSize, asked.period) ? openLarger(begun, stream, asked, context) : null;
    if (larger === null) continue;
    if (!(await takesPlace(begun, larger, one, context))) break;
    replaced.set(one, larger);
  }
  return { ...begun, walks: begun.walks.map((one) => replaced.get(one) ?? one) };
}

/** Whether the upstream was quick enough for a larger page to come in time, and so much is left that it saves calls. */
function isWorthIt({ firsts }: Begun<Tally>, one: SharingWalk, pageSize: number, period: Period): boolean {
  const { walk, stream } = one;
  const first = firsts.get(stream.key);
  if (walk.state !== 'open' || walk.rest() !== null || first === undefined) return false;
  if (first.tookMs * (pageSize / stream.pageSize) > CALL_MS) return false;
  const jobs = first.total ?? estimateOf(one, period);
  // Without a total, only a page that is full proves that it was not cut.
  if (first.total === null && jobs < pageSize) return false;
  return Math.ceil(jobs / pageSize) < Math.ceil((jobs - walk.position().seen) / stream.pageSize);
}

/** How many jobs a stream has where all days are as those that were read; 0 where nothing says so. */
function estimateOf({ walk }: StreamWalk, { from, to }: Period): number {
  const { seen, last, isOrdered } = walk.position();
  const start = last?.startedAt ?? null;
  return start === null || !isOrdered || start >= to ? 0 : (seen * (to - from)) / (to - start);
}

function withPageSize(stream: Stream<Source>, pageSize: number): Stream<Source> {
  const resized = { ...stream, pageSize };
  return { ...resized, key: keyOf(resized) };
}

/** Equal reads are one. */
function mayAsk({ areTaken, asked }: LargerPages, { key }: Stream<Source>): boolean {
  return areTaken ?? (asked === null || asked === key);
}

function openLarger(begun: Begun<Tally>, stream: Stream<Source>, asked: Asked, context: CountingContext): SharingWalk | null {
  if (!openStreams([stream], context.readings, asked.mostStreams)) return null;
  return openWalks(begun, { ...begun.plan, streams: [stream] }, asked, context)[0] ?? null;
}

/** Whether the first page of a walk proves that it can take the place of one with smaller pages. */
async function takesPlace({ plan: { source: { largerPages } }, firsts }: Begun<Tally>, larger: SharingWalk, smaller: SharingWalk, context: CountingContext): Promise<boolean> {
  largerPages.asked = larger.stream.key;
  let isProven = false;
  try {
    await readFirst([larger], context);
    await takePage(larger, context);
    const { seen } = larger.walk.position();
    const total = firsts.get(larger.stream.key)?.total ?? null;
    isProven = seen >= larger.stream.pageSize || (total !== null && seen >= Math.max(total, smaller.walk.position().seen));
  } finally {
    if (isProven || isRefused(larger)) largerPages.areTaken ??= isProven;
    largerPages.asked = null;
    close([isProven ? smaller : larger]);
  }
  return isProven;
}

/** Whether the upstream does not give so much, or fails over it. A list that is shorter than it seemed does not say so, nor do the network and throttling. */
function isRefused({ walk: { error, position, rest } }: SharingWalk): boolean {
  return error === null ? position().seen > 0 && rest() === null : !error.isRetryable || error.code === 'UPSTREAM_ERROR';
}
