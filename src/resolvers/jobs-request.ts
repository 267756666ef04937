import type { Context } from '../context.js';
import { BadUserInputError, type NoSourceError } from '../errors.js';
import type { JobWindowInput } from '../generated/types.js';
import type { Source } from '../loaders/source.js';
import type { Position } from '../paging/position.js';
import { bindingText, readCursor } from '../planning/bookmark.js';
import type { Filter } from '../planning/facet.js';
import { fingerprint, type SourcePlan } from '../planning/plan.js';
import { resolveWindow, type ResolvedWindow } from '../planning/window.js';
import { chooseSources } from './chosen-sources.js';
import { EVERY_PRODUCT } from './every-product.js';
import { planAll, startPositions } from './runs.js';

export interface JobsArguments {
  readonly filter?: Filter | null;
  readonly window?: JobWindowInput | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The arguments of a field that lists jobs, checked and planned. */
export interface JobsRequest {
  readonly first: number;
  readonly filter: Filter;
  readonly window: ResolvedWindow;
  /** Whether it begins where another page ended. */
  readonly isResumed: boolean;
  /** What its cursors are bound to. */
  readonly binding: string;
  /** Why nobody is asked, where the caller did not ask for nobody. */
  readonly noSource: NoSourceError | null;
  readonly plans: readonly SourcePlan<Source>[];
  readonly positions: readonly Position[];
}

const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. Done once to check them, and once to answer. */
export function readJobsRequest(field: string, args: JobsArguments, context: Context): JobsRequest {
  const first = readFirst(args.first);
  const filter = args.filter ?? {};
  const after = args.after ?? null;
  const binding = bindingText({ field, filter, window: args.window, rights: context.rights });
  const bookmark = after === null ? null : readCursor(context.cursors, binding, after);
  const window = bookmark?.window ?? resolveWindow(args.window, context.now);
  const { sources: chosen, error: noSource } = chooseSources(sourcesOf(field, context), filter);
  const sources = chosen.map((source, index) => ({ ...source, lookbackMs: bookmark?.lookbacks[index] ?? source.lookbackMs }));
  const plans = planAll(sources, filter, window, bookmark?.uncarried ?? [], context);
  const starts = plans.flatMap(startPositions);
  const positions = bookmark?.positionsFor(fingerprint(plans.flatMap(({ streams }) => streams)), starts) ?? starts;
  return { first, filter, window, isResumed: bookmark !== null, binding, noSource, plans, positions };
}

function readFirst(first: number | null | undefined): number {
  const wanted = first ?? DEFAULT_FIRST;
  if (wanted < 0 || wanted > MAX_FIRST) throw new BadUserInputError('first', `\`first\` has to be from 0 to ${MAX_FIRST}.`);
  return wanted;
}

function sourcesOf(field: string, { sources }: Context): readonly Source[] {
  return sources.filter(({ queryField }) => field === EVERY_PRODUCT || field === queryField);
}
