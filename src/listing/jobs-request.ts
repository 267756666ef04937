import { BadUserInputError, type NoSourceError } from '../errors.js';
import type { BackupProduct, JobOrder, JobWindowInput } from '../generated/types.js';
import type { Position } from '../paging/position.js';
import { bindingText, checkPlan, openCursor, unpackPositions } from '../planning/bookmark.js';
import { ownFilterOf, type Filter } from '../planning/facet.js';
import { fingerprint, type SourcePlan } from '../planning/plan.js';
import { resolveWindow, type ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';
import { chooseSources, type ChosenSources } from './chosen-sources.js';
import type { ListingContext } from './context.js';
import { fingerprintOf, unpackPlaces } from './end-cursor.js';
import { AT_START, windowFrom, type EndPlace } from './end-place.js';
import { fingerprintOfMany, planBehind, type Marks } from './marks.js';
import { checkReach, MAX_STREAMS, planAll, startPositions } from './runs.js';
import { unpackMarks } from './watermark-cursor.js';

/** A field of `Query` that lists jobs. */
export interface ListField {
  readonly name: string;
  /** Null where it lists those of all. */
  readonly product: BackupProduct | null;
}

export interface JobsArguments {
  readonly filter?: Filter | null;
  readonly window?: JobWindowInput | null;
  readonly orderBy?: JobOrder;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What costs more where it is selected. */
export interface Wants {
  readonly totalCount: boolean;
  readonly sourceTotals: boolean;
  readonly edges: boolean;
  readonly edgeCursors: boolean;
  readonly startCursor: boolean;
  readonly endCursor: boolean;
  readonly window: boolean;
  readonly sources: boolean;
}

/** The arguments of a field that lists jobs, checked and planned. */
export type JobsRequest = StartRequest | EndRequest;

interface ListRequest {
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
}

export interface StartRequest extends ListRequest {
  readonly orderBy: 'STARTED_AT_DESC';
  /** One a stream; all at the start where the list has more than a cursor has positions of. */
  readonly positions: readonly Position[];
  /** What those of such a list are gone on with instead; none on its first page. */
  readonly marks: Marks;
}

export interface EndRequest extends ListRequest {
  readonly orderBy: 'FINISHED_AT_DESC';
  /** One a source. */
  readonly places: readonly EndPlace[];
}

/** What is asked for, whatever the order. */
type Asked = Pick<ListRequest, 'first' | 'filter' | 'wants' | 'binding' | 'noSource'> & {
  readonly after: string | null;
  readonly sources: readonly Source[];
};

const DEFAULT_FIRST = 50;
const MAX_FIRST = 200;

/** Throws a `BadUserInputError` for whatever is wrong with the arguments. */
export function readJobsRequest({ name, product }: ListField, args: JobsArguments, wants: Wants, context: ListingContext): JobsRequest {
  const first = readFirst(args.first);
  const orderBy = readOrder(args);
  const filter = args.filter ?? {};
  const binding = bindingText({ field: name, filter, window: args.window, rights: context.rights, orderBy });
  const listed = product === null ? context.sources : context.sources.filter(({ node }) => node.product === product);
  const { sources, error: noSource } = narrowByProduct(chooseSources(listed, filter), filter);
  const asked = { first, filter, wants, binding, noSource, after: args.after ?? null, sources };
  const request = orderBy === 'FINISHED_AT_DESC' ? requestByEnd(asked, args.window, context) : requestByStart(asked, args.window, context);
  if (first > 0) checkReach(request.plans, context);
  return request;
}

function requestByStart({ after, sources, ...asked }: Asked, input: JobsArguments['window'], context: ListingContext): StartRequest {
  const opened = after === null ? null : openCursor(context.cursors, asked.binding, after);
  const window = opened?.frame.window ?? resolveWindow(input, context.now);
  const plans = planAll(lookingBack(sources, opened?.frame.lookbacks), asked.filter, () => window, opened?.frame.uncarried ?? [], context);
  const positions = plans.flatMap(startPositions);
  const request = { ...asked, orderBy: 'STARTED_AT_DESC', window, isResumed: opened !== null, plans, positions, marks: [] } as const;
  if (opened === null) return request;
  if (positions.length <= MAX_STREAMS) return { ...request, positions: unpackPositions(opened, fingerprint(plans.flatMap(({ streams }) => streams)), positions) };
  checkPlan(opened.frame, fingerprintOfMany(plans, window));
  const marks = unpackMarks(opened.place, plans);
  return { ...request, plans: planBehind(plans, marks, window), marks };
}

function requestByEnd({ after, sources, ...asked }: Asked, input: JobsArguments['window'], context: ListingContext): EndRequest {
  const opened = after === null ? null : openCursor(context.cursors, asked.binding, after);
  const window = opened?.frame.window ?? resolveWindow(input, context.now);
  const places = opened === null ? sources.map(() => AT_START) : unpackPlaces(opened.place, sources.length);
  const plans = planAll(lookingBack(sources, opened?.frame.lookbacks), asked.filter, (index) => windowFrom(places[index] as EndPlace, window), opened?.frame.uncarried ?? [], context);
  if (opened !== null) checkPlan(opened.frame, fingerprintOf(plans, window));
  return { ...asked, orderBy: 'FINISHED_AT_DESC', window, isResumed: opened !== null, plans, places };
}

/** A cursor keeps how far back was looked when it was made. */
function lookingBack(sources: readonly Source[], lookbacks: readonly number[] = []): readonly Source[] {
  return lookbacks.length === 0 ? sources : sources.map((source, index) => ({ ...source, lookbackMs: lookbacks[index] ?? source.lookbackMs }));
}

function readOrder({ orderBy = 'STARTED_AT_DESC', window }: JobsArguments): JobOrder {
  if (orderBy === 'FINISHED_AT_DESC' && window?.by !== 'FINISHED_AT') {
    throw new BadUserInputError('orderBy', '`FINISHED_AT_DESC` is for windows by end: ask for `window: { by: FINISHED_AT }`, with bounds or without.');
  }
  return orderBy;
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
