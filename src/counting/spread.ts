import { openStreams } from '../listing/runs.js';
import type { AttributedPlan } from '../planning/attribution.js';
import type { Stream } from '../planning/plan.js';
import type { Source } from '../sources/source.js';
import { close, coverageIn, openWalks, readFirst, takePage, type Begun, type SharingWalk } from './begun.js';
import type { CountingContext } from './context.js';
import { latestOf } from './coverage.js';
import type { Period } from './period.js';
import { planSourceSpread, type Asked } from './plans.js';
import type { Tally } from './tally.js';
import { sumOf, unreadOf } from './totals.js';

/**
 * Leaves streams of which the first pages were read for others that ask value by value, where these take fewer calls than what is left by
 * its total. Where an upstream ignores or refuses what they ask, it stays with the first ones.
 */
export async function spreadOut<T extends Tally>(begun: Begun<T>, asked: Asked, context: CountingContext): Promise<Begun<T>> {
  const plan = begun.ledger.isTrusted ? planSourceSpread(begun.plan, asked) : null;
  if (plan === null) return begun;
  for (const one of begun.walks) await takePage(one, context);
  const spread = { ...begun, plan, left: begun.walks, apart: plan.streams };
  const streams = owedApart({ ...spread, walks: [] }, asked.period);
  const unread = sumOf(begun.walks.map((one) => unreadOf(one, begun.firsts)));
  if (unread === null || Math.ceil(unread / plan.source.pageSize) <= streams.length) return begun;
  const walks = openApart(spread, streams, asked, context);
  if (walks === null) return begun;
  await readFirst(walks, context);
  if (begun.ledger.isTrusted && walks.every(({ walk }) => walk.state !== 'failed')) {
    close(begun.walks);
    return { ...spread, walks };
  }
  close(walks);
  for (const one of walks) await takePage(one, context);
  return begun;
}

/** Those of the streams value by value that are needed after all: a longer run says that one may have been missed. */
export function openOwed<T extends Tally>(begun: Begun<T>, asked: Asked, context: CountingContext): readonly SharingWalk[] {
  const streams = owedApart(begun, asked.period);
  return streams.length === 0 ? [] : (openApart(begun, streams, asked, context) ?? []);
}

function openApart(begun: Begun<Tally>, streams: readonly Stream<Source>[], asked: Asked, context: CountingContext): SharingWalk[] | null {
  const plan: AttributedPlan<Source> = { ...begun.plan, streams };
  return openStreams(streams, context.readings, asked.mostStreams) ? openWalks(begun, plan, asked, context) : null;
}

function owedApart(begun: Begun<Tally>, period: Period): readonly Stream<Source>[] {
  const coveredFrom = latestOf(begun.left.map((one) => coverageIn(begun, one, period)));
  const opened = new Set(begun.walks.map(({ stream }) => stream.key));
  return begun.apart.filter((stream) => !opened.has(stream.key) && (coveredFrom === null || begun.tally.isSettled?.(stream, coveredFrom) !== true));
}
