import { answerNothing, answerRows, Refusal, type Answer, type Trace } from './answer.js';
import { disguiseEnvelope, disguiseRow } from './disguise.js';
import type { JobFilter } from './job.js';
import { raw, writeJson } from './json.js';
import { sliceOf, type Ledger, type View } from './ledger.js';
import { writeNextLink, type NextPage } from './next-link.js';
import { listFingerprint, type PageTokens } from './page-token.js';
import { readPage, readPageSize, type Parameters } from './parameters.js';
import type { ListEndpoint } from './products/product.js';
import { hash } from './random.js';
import type { ProductSwitches } from './switches.js';

export interface ListRequest {
  readonly parameters: Parameters;
  readonly query: URLSearchParams;
  readonly ledger: Ledger;
  readonly tokens: PageTokens;
  readonly switches: ProductSwitches;
  readonly graphUrl: string;
  readonly now: number;
  readonly trace: Trace;
}

const rowsPlace = '\u0000rows\u0000';

export function answerList(endpoint: ListEndpoint, request: ListRequest): Answer {
  const { parameters, switches, ledger, now, trace } = request;
  const filter = endpoint.read(parameters);
  if (switches.datesOnly) refuseTimesOfDay(parameters);
  const asked = readPageSize(parameters, endpoint.paging.size, endpoint.paging.documentedSize);
  const { tooLarge } = switches;
  if (tooLarge !== null && asked > tooLarge.above) throw new Refusal(tooLarge.status, 'The page size is too large.');
  const list = listFingerprint([endpoint.path, filter, asked]);
  const size = Math.min(asked, switches.maxPageSize ?? asked);
  const step = Math.max(1, size - switches.overlap);
  const spot = readOffset(endpoint, request, list, step);
  const offset = offsetOfRows(spot, step, switches);

  const view = fourfold(ledger.select(narrow(filter, switches), switches, now + switches.clockAheadMs), switches);
  if (switches.pastEnd !== null && spot > 0 && (offset ?? 0) >= view.length) throw new Refusal(switches.pastEnd, 'There is no such page.');
  const rows = offset === null ? [] : sliceOf(view, offset, size).map((job) => writeJson(disguiseRow(endpoint.row(job, switches), switches)));
  const repeated = rows.slice(0, 1).flatMap((row) => Array<string>(switches.duplicateRows).fill(row));

  const nextOffset = offsetAfter(spot, step, offset === null || offset + size < view.length, switches.endless);
  const next = nextOffset === null ? null : nextPage(endpoint, nextOffset, step, list, request);
  const total = (switches.total ?? endpoint.total) === 'page' ? rows.length : view.length;
  const envelope = endpoint.envelope(
    {
      rows: raw(`[${rowsPlace}]`),
      total: switches.total === 'absent' ? undefined : Math.max(0, total + switches.totalSkew),
      nextLink: writeNextLink(next, endpoint, request.query, switches.nextLink, request.graphUrl),
      number: Math.floor(spot / step) + firstPage(endpoint.paging, switches),
      size: asked,
    },
    trace,
  );
  if (rows.length === 0 && switches.emptyAs !== 'page') return answerNothing(switches.emptyAs === 'no body' ? 200 : 204);
  return answerRows(writeJson(disguiseEnvelope(envelope, switches)), rowsPlace, [...repeated, ...rows, ...rows.slice(0, switches.repeatedRows)]);
}

function refuseTimesOfDay(parameters: Parameters): void {
  for (const name of ['startTime', 'finishTime']) {
    if ((parameters(name) ?? '').length > 10) throw new Refusal(400, `${name} must be a date.`);
  }
}

/** A token stands for its place in its list alone: any other filter or page size makes it void. */
function readOffset({ paging }: ListEndpoint, request: ListRequest, list: string, step: number): number {
  const { parameters, switches, tokens, now } = request;
  const token = paging.token === null ? null : parameters(paging.token);
  if (token === null) {
    const least = switches.pageZeroIsPageOne ? 0 : paging.first;
    return Math.max(0, readPage(parameters, paging.number, paging.first, least) - firstPage(paging, switches)) * step;
  }
  const place = tokens.open(token);
  const livesUntil = (place?.issuedAt ?? 0) + (switches.tokenLifetimeMs ?? Infinity);
  if (place?.list !== list || now >= livesUntil) throw new Refusal(400, `${paging.token} is invalid or has expired.`);
  return place.offset;
}

/** Pages without rows stand between those with some, and take up room of their own; null for one of them. */
function offsetOfRows(spot: number, step: number, { emptyPages }: ProductSwitches): number | null {
  const page = Math.floor(spot / step);
  return page % (emptyPages + 1) === 0 ? (page / (emptyPages + 1)) * step + (spot % step) : null;
}

function firstPage({ first }: ListEndpoint['paging'], { pageZeroIsPageOne }: ProductSwitches): number {
  return pageZeroIsPageOne ? 1 : first;
}

function offsetAfter(offset: number, step: number, more: boolean, endless: ProductSwitches['endless']): number | null {
  if (endless === 'same') return step;
  if (more || endless === 'fresh') return offset + step;
  return endless === 'cycle' ? 0 : null;
}

function nextPage({ paging }: ListEndpoint, offset: number, step: number, list: string, { tokens, switches, now }: ListRequest): NextPage {
  // Without a lifetime a place has one token, whenever it is asked for.
  const issuedAt = switches.tokenLifetimeMs === null ? 0 : now;
  return { token: tokens.seal({ offset, list, issuedAt }, switches.nextLink === 'slash' ? '/' : ''), number: Math.floor(offset / step) + firstPage(paging, switches) };
}

/** Which jobs repeat does not depend on what else is there: rows that come meanwhile push the others further down, never up. */
function fourfold(view: View, { fourfoldEvery }: ProductSwitches): View {
  if (fourfoldEvery === 0) return view;
  return sliceOf(view, 0, view.length).flatMap((job) => Array<typeof job>(hash(`${job.jobId} fourfold`) % fourfoldEvery === 0 ? 4 : 1).fill(job));
}

/** The filter as the endpoint applies it. */
function narrow(filter: JobFilter, switches: ProductSwitches): JobFilter {
  const { ignoredFilters, timeFilter, fromInclusive, toInclusive } = switches;
  const ignores = (name: string): boolean => ignoredFilters === 'all' || ignoredFilters.includes(name);
  const anyTime = timeFilter === 'ignored' || ignores('window');
  return {
    facets: Object.fromEntries(Object.entries(filter.facets).filter(([name]) => !ignores(name))),
    status: ignores('status') ? null : filter.status,
    search: ignores('search') ? null : filter.search,
    // Whole milliseconds: the next one leaves a bound out of the half-open window, or takes it in.
    from: anyTime || filter.from === null ? null : filter.from + (fromInclusive ? 0 : 1),
    to: anyTime || filter.to === null ? null : filter.to + (toInclusive ? 1 : 0),
  };
}
