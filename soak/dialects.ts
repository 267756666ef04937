import { forEachProduct, productNames, products, type ProductName, type SwitchChanges } from '../simulator/index.js';
import { pick, type Random } from '../simulator/random.js';

type Dialect = NonNullable<SwitchChanges[ProductName]>;

/** What jobs are there, and when. */
const ODD_TIMES = { clockAheadMs: [0, 90_000, 7 * 3_600_000], startlessEvery: [0, 30], longRunHours: [0, 60, 200] } as const;

/** Ways to page. An upstream without order is left out: while jobs are added to it, nobody can promise what comes next. */
const PAGING: readonly Dialect[] = [
  {},
  { nextLink: 'slash' },
  { nextLink: 'absolute' },
  { nextLink: 'upper' },
  { nextLink: 'absolute-slashed' },
  { nextLink: '' },
  { nextLink: 'absent', total: 'absent', pastEnd: 404 },
  { nextLink: 'absent', total: 'absent', pastEnd: 400 },
  { nextLink: 'absent', total: 'absent', emptyAs: 'status 204' },
  { nextLink: 'absent', total: 'absent', emptyAs: 'no body' },
  { emptyPages: 1 },
  { emptyPages: 4 },
  { overlap: 2 },
  { duplicateRows: 2 },
  { repeatedRows: 3 },
  { pageZeroIsPageOne: true },
];

const FILTERS: readonly Dialect[] = [{}, { timeFilter: 'overlap' }, { toInclusive: true }, { fromInclusive: false }, { ignoredFilters: ['status'] }];

const WRITING: readonly Dialect[] = [{}, { casing: 'pascal' }, { casing: 'lower' }, { numbersAsText: true }];

const TIMES: readonly Dialect[] = [
  {},
  { times: 'iso-offset' },
  { times: 'iso-bare' },
  { times: 'ticks' },
  { unset: 'absent' },
  { unset: '' },
  { unset: 'N/A' },
  { unset: '0001-01-01T00:00:00Z' },
  { unsetTimes: '1970-01-01T00:00:00Z' },
  { unsetTimes: '1899-12-31T23:00:00Z' },
  { unsetTimes: '9999-12-31T23:59:59.9999999Z' },
  { unsetTimes: 0 },
];

const CHARSETS: readonly Dialect[] = [{}, { charset: { as: 'utf-16le', marked: true } }, { charset: { as: 'latin1', declared: 'iso-8859-1' } }, { charset: { as: 'utf-8', marked: true } }];

/** Of the jobs themselves: each source has habits of its own. */
export function drawOddTimes(random: Random): SwitchChanges {
  return forEachProduct(() => Object.fromEntries(Object.entries(ODD_TIMES).map(([name, values]) => [name, pick(random, values)])));
}

/** Of how they are sent: none changes what is true. */
export function drawDialects(random: Random): SwitchChanges {
  return forEachProduct((product) => {
    const drawn = [PAGING, FILTERS, WRITING, TIMES, CHARSETS, [{}, ...products[product].dialects]].map((dialects) => pick(random, dialects));
    return Object.assign({}, ...drawn) as Dialect;
  });
}

/** Both at once. */
export function together(some: SwitchChanges, others: SwitchChanges): SwitchChanges {
  return { ...others, ...forEachProduct((product) => ({ ...some[product], ...others[product] })) };
}

/** A line a source, for a report. */
export function describe(dialects: SwitchChanges): string {
  return productNames.map((product) => `  ${product}: ${JSON.stringify(dialects[product])}`).join('\n');
}
