import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { BadUserInputError } from '../errors.js';
import type { JobConnection, JobEdge, JobWindow, JobWindowInput } from '../generated/types.js';
import type { Source } from '../loaders/source.js';
import { mergeWalks, type MergedRow } from '../paging/merge.js';
import { startOf, type Position } from '../paging/position.js';
import { bindingText, readCursor, writeCursor } from '../planning/bookmark.js';
import type { Filter, Proof } from '../planning/facet.js';
import type { JobRow } from '../planning/match.js';
import { fingerprint, planSource, type Stream } from '../planning/plan.js';
import { resolveWindow, type ResolvedWindow } from '../planning/window.js';
import { errorOf, sourceResult } from './source-result.js';
import { NOTES, startRun, type SourceRun } from './source-run.js';

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
const MAX_STREAMS = 60;

/** Resolves `jobs` and every product's own field. */
export async function resolveJobs(_parent: unknown, args: JobsArguments, context: Context, info: GraphQLResolveInfo): Promise<JobConnection> {
  const first = readFirst(args.first);
  const filter = args.filter ?? {};
  const binding = bindingText({ field: info.fieldName, filter, window: args.window });
  const bookmark = isGiven(args.after) ? readCursor(context.cursors, binding, args.after) : null;
  const window = bookmark?.window ?? resolveWindow(args.window, context.now);

  const plans = selectSources(context.sources, info.fieldName, filter).map((source) => planSource(source, filter, window));
  const streams = plans.flatMap((plan) => plan.streams);
  countStreams(streams, context);
  const print = fingerprint(streams);
  const firstNumbers = streams.map(({ source }) => source.endpoint.rules.firstNumber);
  const positions = bookmark?.positionsFor(print, firstNumbers) ?? firstNumbers.map(startOf);

  let taken = 0;
  const runs = plans.map((plan, rank) => startRun(plan, rank, positions.slice(taken, (taken += plan.streams.length)), window, context));
  const page = await mergeWalks(runs.flatMap(({ walks }) => walks), first);
  for (const run of runs) {
    const error = errorOf(run);
    if (error !== null) context.failures.push({ path: pathOf(info), sourceId: run.plan.source.id, error });
  }

  const runOf = runs.flatMap((run) => run.walks.map(() => run));
  const cursorAt = (at: readonly Position[]): string => writeCursor(context.cursors, binding, { window, positions: at }, print);
  const edges = page.rows.map((merged, index): JobEdge => {
    const isLast = index === page.rows.length - 1;
    noteRow(merged, runOf[merged.from] as SourceRun);
    return edgeOf(merged, (streams[merged.from] as Stream<Source>).proof, () => cursorAt(isLast ? page.positions : merged.positions));
  });
  const mayGoOn = edges.length > 0 || page.hasNextPage || runs.some((run) => errorOf(run) !== null);
  return {
    __typename: 'JobConnection',
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: page.hasNextPage,
      hasPreviousPage: isGiven(args.after),
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return mayGoOn ? cursorAt(page.positions) : null;
      },
    },
    totalCount: null,
    window: windowNode(window),
    isComplete: runs.every((run) => errorOf(run) === null),
    sources: runs.map(sourceResult),
  };
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
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

function countStreams(streams: readonly Stream<Source>[], context: Context): void {
  for (const { key } of streams) context.streams.add(key);
  if (context.streams.size > MAX_STREAMS) {
    throw new BadUserInputError('filter', `This operation needs more than ${MAX_STREAMS} upstream queries, one for every combination of type and service. Narrow types or services.`);
  }
}

function pathOf(info: GraphQLResolveInfo): readonly (string | number)[] {
  const path: (string | number)[] = [];
  for (let step: GraphQLResolveInfo['path'] | undefined = info.path; step !== undefined; step = step.prev) path.unshift(step.key);
  return path;
}

function noteRow({ row, isShared }: MergedRow<JobRow>, { ledger }: SourceRun): void {
  for (const warning of row.warnings) ledger.warn(warning);
  if (isShared) ledger.warn(NOTES.FILTER_IGNORED);
}

function edgeOf({ row: { node }, isShared }: MergedRow<JobRow>, proof: Proof, cursor: () => string): JobEdge {
  return {
    __typename: 'JobEdge',
    get cursor() {
      return cursor();
    },
    node,
    operation: node.operation ?? (isShared ? null : (proof.operation ?? null)),
    workload: node.workload ?? (isShared ? null : (proof.workload ?? null)),
  };
}

function windowNode({ from, to, by, isDefault }: ResolvedWindow): JobWindow {
  return { __typename: 'JobWindow', from: from === null ? null : new Date(from), to: new Date(to), by, isDefault };
}
