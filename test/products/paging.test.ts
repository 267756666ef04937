import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ProductSwitches } from '../../simulator/index.js';
import { seats, type Seat } from './index.js';
import { expectTruth, plainJobs, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { expectSameJobs, expectTrueFields, keysOfAnswers, keysOfRecords, walk, type Walk } from './walk.js';

/** However the upstream leads from page to page, every job comes once. Numbers are those of the register in docs/upstream.md §13. */
interface Paging {
  readonly title: string;
  readonly switches: Partial<ProductSwitches>;
  readonly applies?: (seat: Seat) => boolean;
  /** What is odd about it. */
  readonly oddities?: readonly string[];
}

const hasLink = ({ hasLink: has }: Seat): boolean => has;
const hasTotal = ({ hasTotal: has }: Seat): boolean => has;
const isNumbered = ({ isNumbered: numbered }: Seat): boolean => numbered;
/** `/jobs?…` is no tail of `/backup/m365/cloudbackupjobs`. */
const endsInJobs = ({ path, hasLink: has }: Seat): boolean => has && path.endsWith('/jobs');

const pagings: readonly Paging[] = [
  { title: '10: a token, or the number that follows', switches: {} },
  { title: '12: a relative link', switches: { nextLink: 'relative' }, applies: endsInJobs },
  { title: 'an absolute link to the endpoint itself', switches: { nextLink: 'absolute' }, applies: hasLink },
  { title: 'the endpoint itself, in capitals', switches: { nextLink: 'upper' }, applies: hasLink },
  { title: 'the endpoint itself, with a slash at its end', switches: { nextLink: 'slashed' }, applies: hasLink },
  { title: 'an absolute link in capitals', switches: { nextLink: 'absolute-upper' }, applies: hasLink },
  { title: 'an absolute link with a slash at its end', switches: { nextLink: 'absolute-slashed' }, applies: hasLink },
  { title: 'a token that begins with a slash', switches: { nextLink: 'slash' }, applies: hasLink },
  { title: 'a link that is ""', switches: { nextLink: '' } },
  { title: 'a link that is null', switches: { nextLink: null } },
  { title: 'no link at all', switches: { nextLink: 'absent' } },
  { title: '12: a first page that is called 1', switches: { pageZeroIsPageOne: true }, applies: (seat) => isNumbered(seat) && seat.firstPage === 0, oddities: ['PAGE_DRIFT'] },
  { title: '12: rows that stand in a page four times', switches: { duplicateRows: 3 }, oddities: ['PAGE_DRIFT'] },
  { title: '12: rows that come again at the end of their page', switches: { repeatedRows: 1 }, oddities: ['PAGE_DRIFT'] },
  { title: '12: pages that come again as a whole within themselves', switches: { repeatedRows: 9 }, oddities: ['PAGE_DRIFT'] },
  { title: 'four pages without rows between any two with some', switches: { emptyPages: 4 }, applies: hasLink },
  { title: '15: pages that overlap by 3', switches: { overlap: 3 }, oddities: ['PAGE_DRIFT'] },
  { title: '15: pages that overlap by all but one', switches: { overlap: 8 }, oddities: ['PAGE_DRIFT'] },
  { title: '17: a total too large', switches: { totalSkew: 5 } },
  { title: '17: a total much too large', switches: { totalSkew: 1000 } },
  { title: '17: a total too large and no links', switches: { totalSkew: 5, nextLink: 'absent' } },
  { title: '17: a total too small', switches: { totalSkew: -5 }, applies: hasLink },
  { title: '17: a total of none', switches: { totalSkew: -100_000 }, applies: hasLink },
  // The last page is shorter: where a total counts all that match, it looks like one that fell.
  { title: '17: a total of the page', switches: { total: 'page' }, applies: hasTotal, oddities: ['PAGE_DRIFT'] },
  { title: '17: a total of the page, as documented', switches: { total: 'page' }, applies: (seat) => !hasTotal(seat) },
  { title: '17: no total', switches: { total: 'absent' } },
  { title: 'no total and no links', switches: { total: 'absent', nextLink: 'absent' } },
  { title: 'a largest page of 4, whatever is asked for', switches: { maxPageSize: 4 }, applies: hasLink },
  { title: 'oldest first', switches: { order: 'oldest' }, oddities: ['OUT_OF_ORDER'] },
  { title: 'in no order', switches: { order: 'shuffled' }, oddities: ['OUT_OF_ORDER'] },
];

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds(plainJobs(40));
});
afterAll(() => worlds.close());

describe.each(pagings)('$title', ({ switches, applies = () => true, oddities = [] }) => {
  describe.each(seats.filter(applies))('$name', (seat) => {
    it.each([5, 50])('brings every job once, by %d', async (first) => {
      worlds.set(seat, switches);
      const { warnings } = await expectTruth(worlds, seat, { first });
      expect(warnings).toEqual(oddities);
    });
  });
});

describe('10: a token', () => {
  it.each(seats.filter(({ tokenParameter }) => tokenParameter !== null))('$name: goes back encoded once, beside the same filters', async (seat) => {
    worlds.set(seat, {});
    await expectTruth(worlds, seat);
    const parameter = seat.tokenParameter ?? expect.fail('no token');
    const { calls } = worlds.of(seat).simulator;
    const later = calls.filter(({ query }) => parameter in query);
    expect(later.length).toBeGreaterThan(2);
    // A token is base64: what stays encoded after one decode was encoded twice.
    expect(later.filter(({ query }) => !/^[\w+/=]+$/.test(query[parameter] ?? ''))).toEqual([]);
    expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
    const lasting = new Set(
      calls.map(({ query }) => JSON.stringify([query['startTime'], query['finishTime'], query['pageSize'], query['appType'], query['jobType']])),
    );
    expect(lasting.size).toBe(1);
  });

  it.each(seats.filter(isNumbered))('$name: is never sent where no parameter takes it', async (seat) => {
    worlds.set(seat, {});
    await expectTruth(worlds, seat);
    const { calls } = worlds.of(seat).simulator;
    expect(calls.length).toBeGreaterThan(3);
    expect(calls.filter(({ rawQuery, rawBody }) => /nextlink|skiptoken/i.test(rawQuery + rawBody))).toEqual([]);
  });
});

/** What a bad link comes to: what was read until then, and the source named with it, in the page and in `errors`. */
function expectBadLink({ pages, errors }: Walk, seat: Seat): void {
  const last = pages.at(-1);
  expect(last?.pageInfo.hasNextPage).toBe(false);
  expect(last?.isComplete).toBe(false);
  expect(last?.sources).toMatchObject([{ source: { id: seat.sourceId }, error: { code: 'UPSTREAM_BAD_NEXT_LINK' } }]);
  expect(last?.sources[0]?.outcome).not.toBe('OK');
  expect(errors.at(-1)).toMatchObject({ path: ['page'], extensions: { code: 'UPSTREAM_BAD_NEXT_LINK', source: seat.sourceId } });
}

describe('14: a link to a foreign host', () => {
  let foreigner: Server;
  let foreignUrl = '';
  let visits = 0;
  beforeAll(async () => {
    foreigner = createServer((_request, response) => {
      visits += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => foreigner.listen(0, '127.0.0.1', resolve));
    foreignUrl = `http://127.0.0.1:${(foreigner.address() as AddressInfo).port}`;
  });
  afterAll(() => void foreigner.close());

  const links: { title: string; link: (seat: Seat, path: string) => string }[] = [
    { title: 'of the vendor’s own form', link: (seat, path) => `https://graph-us.example.net${path}?${seat.linkQuery}` },
    { title: 'that listens', link: (seat, path) => `${foreignUrl}${path}?${seat.linkQuery}` },
    { title: 'without a scheme', link: (seat, path) => `//${foreignUrl.slice(7)}${path}?${seat.linkQuery}` },
    { title: 'behind the name of the right one', link: (seat, path) => `${worlds.of(seat).simulator.graphUrl.replace('//', '//me@')}.example.net${path}?${seat.linkQuery}` },
    { title: 'that is the right one, at another path', link: (seat) => `${worlds.of(seat).simulator.graphUrl}/connect/token?${seat.linkQuery}` },
    { title: 'relative, to another path', link: (seat) => `/connect/token?${seat.linkQuery}` },
    { title: 'of another kind', link: () => 'javascript:alert(1)' },
  ];

  describe.each(links)('$title', ({ link }) => {
    it.each(seats.filter(hasLink))('$name: is not followed', async (seat) => {
      worlds.set(seat, { nextLink: { text: link(seat, seat.path) } });
      const walked = await walk(worlds.of(seat), seat);
      expectBadLink(walked, seat);
      expect(visits).toBe(0);
      expect(worlds.of(seat).simulator.calls).toHaveLength(seat.lists);
      expect(walked.jobs.length).toBeGreaterThanOrEqual(9);
      expect(new Set(keysOfAnswers(walked.jobs)).size).toBe(walked.jobs.length);
      expectTrueFields(walked.jobs, worlds.truthOf(seat), [seat]);
    });
  });

  it('stops that product alone', async () => {
    const seat = seats[0] as Seat;
    worlds.set(seat, { nextLink: 'foreign' });
    const walked = await walk(worlds.of(seat), { field: 'jobs', filterInput: 'JobFilter' });
    const others = worlds.seatsWith(seat).filter(({ product }) => product !== seat.product);
    const sure = keysOfRecords(others.flatMap(({ product }) => worlds.of(seat).simulator.records(product)));
    const shown = keysOfAnswers(walked.jobs);
    expect(sure.filter((key) => !shown.includes(key))).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(walked.pages.at(-1)?.isComplete).toBe(false);
  });
});

describe('16: links that never end', () => {
  describe.each(['cycle', 'fresh'] as const)('%s', (endless) => {
    describe.each(seats.filter(hasLink))('$name', (seat) => {
      it.each([5, 50, 200])('stops the stream when all is read, by %d', async (first) => {
        worlds.set(seat, { endless });
        const walked = await walk(worlds.of(seat), seat, { first });
        expectBadLink(walked, seat);
        const shown = new Set(keysOfAnswers(walked.jobs));
        expect(keysOfRecords(worlds.truthOf(seat)).filter((key) => !shown.has(key))).toEqual([]);
        expectTrueFields(walked.jobs, worlds.truthOf(seat), [seat]);
      });

      it.each([5, 50, 200])('brings every job once, by %d', async (first) => {
        worlds.set(seat, { endless });
        const { jobs } = await walk(worlds.of(seat), seat, { first });
        expect(jobs).toHaveLength(worlds.truthOf(seat).length);
      });
    });
  });

  it.each(seats.filter((seat) => hasLink(seat) && isNumbered(seat)))('cycle: $name: a link that names a page before is not followed', async (seat) => {
    worlds.set(seat, { endless: 'cycle', nextLink: 'absolute' });
    const walked = await walk(worlds.of(seat), seat, { first: 5 });
    expectSameJobs(walked.jobs, worlds.truthOf(seat));
    expectBadLink(walked, seat);
  });

  it.each(seats.filter((seat) => hasLink(seat) && (!isNumbered(seat) || seat.linksByNumber)))('same: $name: stops at the page that is its own next', async (seat) => {
    worlds.set(seat, { endless: 'same' });
    const walked = await walk(worlds.of(seat), seat);
    expectBadLink(walked, seat);
    expect(new Set(keysOfAnswers(walked.jobs)).size).toBe(walked.jobs.length);
    expect(walked.jobs.length).toBeGreaterThan(9);
    expect(worlds.of(seat).simulator.calls.length).toBeLessThan(40);
  });

  it.each(seats.filter((seat) => hasLink(seat) && isNumbered(seat) && !seat.linksByNumber))('same: $name: numbers go on all the same', async (seat) => {
    worlds.set(seat, { endless: 'same' });
    const walked = await walk(worlds.of(seat), seat);
    expectSameJobs(walked.jobs, worlds.truthOf(seat));
    expectBadLink(walked, seat);
  });
});
