import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { BadUserInputError } from '../errors.js';
import type { JobConnection, JobWindowInput } from '../generated/types.js';
import type { Source } from '../loaders/source.js';
import { mergeWalks } from '../paging/merge.js';
import { bindingText, readCursor, writeCursor } from '../planning/bookmark.js';
import type { Filter } from '../planning/facet.js';
import { fingerprint } from '../planning/plan.js';
import { resolveWindow } from '../planning/window.js';
import { buildConnection } from './connection.js';
import { planAll, replanWhatLacks, startPositions, startRuns } from './runs.js';
import { pathOf } from './path.js';
import { isSelected } from './selection.js';
import { errorOf } from './source-result.js';
import { countRest, sumOf, upstreamTotal } from './totals.js';

export interface JobsArguments {
  readonly filter?: Filter | null;
  readonly window?: JobWindowInput | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The field that lists every product. */
const EVERY_PRODUCT = 'jobs';
const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;

/** Resolves `jobs` and every product's own field. */
export async function resolveJobs(_parent: unknown, args: JobsArguments, context: Context, info: GraphQLResolveInfo): Promise<JobConnection> {
  const first = readFirst(args.first);
  const filter = args.filter ?? {};
  const after = args.after ?? null;
  const binding = bindingText({ field: info.fieldName, filter, window: args.window });
  const bookmark = after === null ? null : readCursor(context.cursors, binding, after);
  const window = bookmark?.window ?? resolveWindow(args.window, context.now);

  const plans = planAll(selectSources(context.sources, info.fieldName, filter), filter, window, bookmark?.uncarried ?? [], context);
  const starts = plans.flatMap(startPositions);
  const positions = bookmark?.positionsFor(fingerprint(plans.flatMap(({ streams }) => streams)), starts) ?? starts;
  const started = startRuns(plans, positions, window, context);
  const runs = bookmark === null && first > 0 ? await replanWhatLacks(started, filter, window, context) : started;
  const page = await mergeWalks(runs.flatMap(({ walks }) => walks), first);

  const isTotalSelected = isSelected(info, 'totalCount');
  const rest = isTotalSelected && bookmark === null ? countRest(runs) : null;
  const needsUpstreamTotals = (isTotalSelected && rest === null) || isSelected(info, 'sources', 'totalCount');
  const upstreamTotals = needsUpstreamTotals ? await Promise.all(runs.map((run) => upstreamTotal(run, window, bookmark === null, context))) : [];
  for (const run of runs) {
    const error = errorOf(run);
    if (error !== null) context.failures.push({ path: pathOf(info), sourceId: run.plan.source.id, error });
  }

  const print = fingerprint(runs.flatMap(({ plan }) => plan.streams));
  const uncarried = runs.map(({ plan }) => plan.uncarried);
  return buildConnection({
    runs,
    page,
    window,
    hasPreviousPage: after !== null,
    totalCount: rest === null ? sumOf(runs.map(({ plan }, index) => (plan.streams.length === 0 ? 0 : (upstreamTotals[index] ?? null)))) : page.rows.length + rest,
    upstreamTotals,
    cursorAt: (at) => writeCursor(context.cursors, binding, { window, uncarried, positions: at }, print),
  });
}

function readFirst(first: number | null | undefined): number {
  const wanted = first ?? DEFAULT_FIRST;
  if (wanted < 0 || wanted > MAX_FIRST) throw new BadUserInputError('first', `\`first\` has to be from 0 to ${MAX_FIRST}.`);
  return wanted;
}

function selectSources(sources: readonly Source[], field: string, filter: Filter): readonly Source[] {
  const isWanted = (list: unknown, value: string): boolean => !Array.isArray(list) || list.includes(value);
  return sources
    .filter(({ queryField }) => field === EVERY_PRODUCT || field === queryField)
    .filter(({ id, node }) => isWanted(filter['sourceIds'], id) && isWanted(filter['tenants'], node.tenant) && isWanted(filter['products'], node.product));
}
