import { BadUserInputError, type NoSourceError } from '../errors.js';
import type { BackupProduct, JobWindowInput } from '../generated/types.js';
import type { Position } from '../paging/position.js';
import { bindingText, readCursor } from '../planning/bookmark.js';
import { ownFilterOf, type Filter } from '../planning/facet.js';
import { fingerprint, type SourcePlan } from '../planning/plan.js';
import { resolveWindow, type ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import { chooseSources, type ChosenSources } from './chosen-sources.js';
import type { ListingContext } from './context.js';
import { planAll, startPositions } from './runs.js';

/** A field of `Query` that lists jobs. */
export interface ListField {
  readonly name: string;
  /** Null where it lists those of all. */
  readonly product: BackupProduct | null;
}

export interface JobsArguments {
  readonly filter?: Filter | null;
  readonly window?: JobWindowInput | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What costs more where it is selected. */
export interface Wants {
  readonly totalCount: boolean;
  readonly sourceTotals: boolean;
  readonly edgeCursors: boolean;
  readonly startCursor: boolean;
  readonly endCursor: boolean;
  readonly window: boolean;
  readonly sources: boolean;
}

/** The arguments of a field that lists jobs, checked and planned. */
export interface JobsRequest {
  readonly first: number;
  readonly filter: Filter;
  readonly window: ResolvedWindow;
  readonly wants: Wants;
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

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readJobsRequest({ name, product }: ListField, args: JobsArguments, wants: Wants, context: ListingContext): JobsRequest {
  const first = readFirst(args.first);
  const filter = args.filter ?? {};
  const after = args.after ?? null;
  const binding = bindingText({ field: name, filter, window: args.window, rights: context.rights });
  const bookmark = after === null ? null : readCursor(context.cursors, binding, after);
  const window = bookmark?.window ?? resolveWindow(args.window, context.now);
  const listed = product === null ? context.sources : context.sources.filter(({ node }) => node.product === product);
  const { sources: chosen, error: noSource } = narrowByProduct(chooseSources(listed, filter), filter);
  const sources = bookmark === null ? chosen : chosen.map((source, index) => ({ ...source, lookbackMs: bookmark.lookbacks[index] ?? source.lookbackMs }));
  const plans = planAll(sources, filter, window, bookmark?.uncarried ?? [], context);
  const starts = plans.flatMap(startPositions);
  const positions = bookmark?.positionsFor(fingerprint(plans.flatMap(({ streams }) => streams)), starts) ?? starts;
  return { first, filter, window, wants, isResumed: bookmark !== null, binding, noSource, plans, positions };
}

/** What the filter says of one product may name sources too. */
export function narrowByProduct({ sources, error }: ChosenSources, filter: Filter): ChosenSources {
  const parts = sources.map((source) => chooseSources([source], { sourceIds: ownFilterOf(filter, source.filterField)?.['sourceIds'] as readonly string[] | null | undefined }));
  const chosen = parts.flatMap((part) => part.sources);
  return { sources: chosen, error: chosen.length > 0 ? null : (error ?? parts.find((part) => part.error !== null)?.error ?? null) };
}

function readFirst(first: number | null | undefined): number {
  const wanted = first ?? DEFAULT_FIRST;
  if (wanted < 0 || wanted > MAX_FIRST) throw new BadUserInputError('first', `\`first\` has to be from 0 to ${MAX_FIRST}.`);
  return wanted;
}
