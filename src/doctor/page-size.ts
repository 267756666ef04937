import { SourceError } from '../errors.js';
import type { Source } from '../sources/source.js';
import type { JobPage } from '../wire/page.js';
import type { JobRow } from '../planning/match.js';
import { reasonOf, type Asker } from './asker.js';
import { DEFAULT_DAYS } from './access.js';
import { finding, type Finding } from './finding.js';
import { lastDays } from './windows.js';

export interface SizeReading {
  readonly finding: Finding;
  /** The largest page that came. */
  readonly rows: readonly JobRow[];
  /** A size that is known to be taken. */
  readonly size: number;
  /** The days that the page was asked for. */
  readonly days: number;
}

/** The most that AVEPOINT_PAGE_SIZE takes, and what to try where that is refused. */
const SIZES = [1000, 500, 200, 100, 50];
const A_YEAR = 365;

/** At most seven calls: the sizes that are refused, one taken, once more over a year where a month has too few jobs, and the page after. */
export async function checkPageSize(source: Source, asker: Asker, first: JobPage): Promise<SizeReading> {
  let days = DEFAULT_DAYS;
  let refusal = '';
  const { firstNumber } = source.endpoint.rules;
  const ask = (size: number, number = firstNumber): Promise<JobPage> => asker.page(lastDays(days, source.endpoint.grain, Date.now()), { number, token: null }, size);
  for (const size of SIZES) {
    try {
      let page = await ask(size);
      if (page.received < size && !hasMore(page, source)) {
        days = A_YEAR;
        page = await ask(size);
      }
      // Where nothing says how many there are, the page after does.
      const isCut = hasMore(page, source) || (page.received < size && isUncounted(page, source) && (await hasOthers(ask(size, firstNumber + 1), page)));
      return { finding: judge(source, size, page, isCut), rows: page.rows, size: Math.min(size, Math.max(page.received, source.pageSize)), days };
    } catch (failure) {
      refusal = reasonOf(failure);
      if (!(failure instanceof SourceError) || !isRefusal(failure)) break;
    }
  }
  const text = `Could not be told: ${refusal}`;
  return { finding: finding('page size', 'unknown', text), rows: first.rows, size: source.pageSize, days: DEFAULT_DAYS };
}

/** The query is refused, or the page is larger than this server reads. */
function isRefusal({ code, httpStatus, isRetryable }: SourceError): boolean {
  return code === 'UPSTREAM_BAD_REQUEST' || (code === 'UPSTREAM_BAD_RESPONSE' && !isRetryable) || (code === 'UPSTREAM_ERROR' && (httpStatus ?? 0) >= 500);
}

function isUncounted({ received, total }: JobPage, { endpoint }: Source): boolean {
  return received > 0 && (total === null || !endpoint.rules.isTotalFinal);
}

/** An upstream may refuse a page that is past the end. */
async function hasOthers(after: Promise<JobPage>, before: JobPage): Promise<boolean> {
  const known = new Set(before.rows.map(({ id }) => id));
  try {
    return (await after).rows.some(({ id }) => !known.has(id));
  } catch (failure) {
    if (failure instanceof SourceError) return false;
    throw failure;
  }
}

function hasMore({ next, total, received }: JobPage, { endpoint }: Source): boolean {
  if (next.kind === 'token' || next.kind === 'more' || next.kind === 'number') return true;
  return endpoint.rules.isTotalFinal && total !== null && total > received;
}

function judge({ pageSize }: Source, asked: number, { received }: JobPage, isCut: boolean): Finding {
  const refused = asked === SIZES[0] ? '' : `, and ${SIZES[SIZES.indexOf(asked) - 1]} is refused`;
  if (received === 0 && isCut) return finding('page size', 'unknown', `A page of ${asked} comes empty, although there are jobs. Ask again; if it stays, lists of this source cannot be trusted.`);
  if (received >= asked) return compareWith(pageSize, asked, `Pages of ${asked} are taken${refused}.`);
  if (isCut) return compareWith(pageSize, received, `A page of ${asked} is cut to ${received} without a word${refused}.`);
  const text = `Pages of ${received} and more are taken${refused}; there are no more than ${received} jobs in a year to ask for, so the limit was not met.`;
  return finding('page size', received >= pageSize ? 'ok' : 'unknown', text);
}

function compareWith(pageSize: number, largest: number, text: string): Finding {
  if (pageSize <= largest) return finding('page size', 'ok', text);
  return finding('page size', 'wrong', `${text} AVEPOINT_PAGE_SIZE is ${pageSize}: where no total is sent, lists would end early.`, `AVEPOINT_PAGE_SIZE=${largest}`);
}
