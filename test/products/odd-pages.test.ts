import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { seats, type Seat } from './index.js';
import { expectTruth, plainJobs, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { expectSameJobs, expectUntroubled, walk } from './walk.js';

/** Pages as upstreams of other vendors were seen to send them. */
const COUNT = 36;

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds(plainJobs(COUNT));
});
afterAll(() => worlds.close());

const linked = seats.filter(({ hasLink }) => hasLink);

describe('a row that comes again in its page', () => {
  const cases = seats.flatMap((seat) => [1, 2, 9].map((repeatedRows) => ({ seat, name: seat.name, repeatedRows })));

  it.each(cases)('$name: hides nothing of what is between, by 1 ($repeatedRows)', async ({ seat, repeatedRows }) => {
    worlds.set(seat, { repeatedRows });
    const walked = await expectTruth(worlds, seat, { first: 1 });
    expect(walked.warnings).toEqual(['PAGE_DRIFT']);
  });
});

describe('the end of a list that ends with a full page', () => {
  const refusals = seats.flatMap((seat) => [400, 404].flatMap((pastEnd) => [5, 50].map((first) => ({ seat, name: seat.name, pastEnd, first }))));

  it.each(refusals)('$name: is where the next number is refused by $pastEnd, by $first', async ({ seat, pastEnd, first }) => {
    await worlds.restart();
    worlds.set(seat, { nextLink: 'absent', total: 'absent', pastEnd });
    const walked = await expectTruth(worlds, seat, { first });
    expect(walked.warnings).toEqual([]);
    expect(worlds.of(seat).simulator.calls.some(({ status }) => status === pastEnd)).toBe(true);
    expect(await healthOf(seat)).toEqual({ state: 'HEALTHY', lastError: null });
  });

  it.each(seats.filter(({ hasTotal }) => !hasTotal))('$name: also where a total counts the page', async (seat) => {
    worlds.set(seat, { total: 'page', nextLink: 'absent', pastEnd: 404 });
    await expectTruth(worlds, seat);
  });

  const promises = [
    { title: 'a link', applies: ({ hasLink }: Seat) => hasLink, switches: { total: 'absent', fault: { kind: 'status', status: 404, after: 2 } } as const },
    { title: 'a total', applies: ({ hasTotal }: Seat) => hasTotal, switches: { nextLink: 'absent', totalSkew: 5, pastEnd: 404 } as const },
  ];
  it.each(promises.flatMap(({ applies, ...rest }) => seats.filter(applies).map((seat) => ({ seat, name: seat.name, ...rest }))))('$name: is not there where $title promised more', async ({ seat, switches }) => {
    await worlds.restart();
    worlds.set(seat, switches);
    const { pages, errors } = await walk(worlds.of(seat), seat);
    expect(pages.at(-1)?.isComplete).toBe(false);
    expect(errors.at(-1)).toMatchObject({ extensions: { code: 'UPSTREAM_NOT_FOUND' } });
    expect(await healthOf(seat)).toMatchObject({ lastError: { code: 'UPSTREAM_NOT_FOUND' } });
    await worlds.restart();
  });

  it.each(seats)('$name: is no refusal of the first page', async (seat) => {
    await worlds.restart();
    worlds.set(seat, { nextLink: 'absent', total: 'absent', fault: { kind: 'status', status: 404 } });
    const { pages } = await walk(worlds.of(seat), seat);
    expect(pages.at(-1)).toMatchObject({ isComplete: false, edges: [] });
    await worlds.restart();
  });

  async function healthOf(seat: Seat): Promise<unknown> {
    const { data } = await worlds.of(seat).query<{ jobSources: { id: string; health: unknown }[] }>('{ jobSources { id health { state lastError { code } } } }');
    return data?.jobSources.find(({ id }) => id === seat.sourceId)?.health;
  }
});

describe('pages without rows', () => {
  const runs = linked.flatMap((seat) => [1, 30, 99].map((emptyPages) => ({ seat, name: seat.name, emptyPages })));

  it.each(runs)('$name: are passed, $emptyPages in a row', async ({ seat, emptyPages }) => {
    worlds.set(seat, { emptyPages });
    await expectTruth(worlds, seat, { first: 50 });
  });

  it.each(linked)('$name: are a loop when there are a hundred of them', async (seat) => {
    worlds.set(seat, { emptyPages: 100 });
    const { pages, errors, jobs } = await walk(worlds.of(seat), seat);
    expect(jobs.length).toBeGreaterThanOrEqual(9);
    expect(pages.at(-1)).toMatchObject({ isComplete: false, pageInfo: { hasNextPage: false } });
    expect(errors.at(-1)).toMatchObject({ extensions: { code: 'UPSTREAM_BAD_NEXT_LINK' }, message: expect.stringContaining('empty') as string });
  });
});

describe('pages without rows, and few calls an operation', () => {
  let few: SeatedWorlds;
  beforeAll(async () => {
    few = await startSeatedWorlds(plainJobs(COUNT), { AVEPOINT_CALL_BUDGET: '6' });
  });
  afterAll(() => few.close());

  it.each(linked)('$name: are passed from cursor to cursor', async (seat) => {
    few.set(seat, { emptyPages: 40 });
    const walked = await walk(few.of(seat), seat, { first: 50 });
    expectUntroubled(walked);
    expectSameJobs(walked.jobs, few.truthOf(seat));
    const empty = walked.pages.filter(({ edges, pageInfo }) => edges.length === 0 && pageInfo.hasNextPage);
    expect(empty.length).toBeGreaterThan(10);
    const cursors = walked.pages.map(({ pageInfo }) => pageInfo.endCursor);
    expect(new Set(cursors).size).toBe(cursors.length);
  });

  it.each(linked)('$name: are counted on from cursor to cursor', async (seat) => {
    few.set(seat, { emptyPages: 100 });
    const { pages, errors } = await walk(few.of(seat), seat);
    expect(pages.at(-1)?.isComplete).toBe(false);
    expect(errors.at(-1)).toMatchObject({ extensions: { code: 'UPSTREAM_BAD_NEXT_LINK' } });
    expect(few.of(seat).simulator.calls.length).toBeLessThan(400);
  });
});

describe('oldest first, and all on one page', () => {
  let wide: SeatedWorlds;
  beforeAll(async () => {
    wide = await startSeatedWorlds(plainJobs(COUNT), { AVEPOINT_PAGE_SIZE: '40' });
  });
  afterAll(() => wide.close());

  const orders = seats.flatMap((seat) => (['oldest', 'shuffled'] as const).flatMap((order) => [1, 5, 50].map((first) => ({ seat, name: seat.name, order, first }))));

  it.each(orders)('$name: is sorted, and said ($order, by $first)', async ({ seat, order, first }) => {
    wide.set(seat, { order });
    const { jobs, pages, warnings } = await expectTruth(wide, seat, { first });
    expect(jobs.map(({ jobId }) => jobId)).toEqual(wide.truthOf(seat).map(({ jobId }) => jobId));
    expect(warnings).toEqual(['OUT_OF_ORDER']);
    expect(pages[0]?.sources[0]?.warnings.map(({ code }) => code)).toEqual(['OUT_OF_ORDER']);
  });

  it.each(seats)('$name: stands where it belongs among the others', async (seat) => {
    wide.set(seat, { order: 'oldest' });
    const { jobs } = await walk(wide.of(seat), { field: 'jobs', filterInput: 'JobFilter' }, { first: 5 });
    const starts = jobs.map(({ startedAt }) => (startedAt === null ? Infinity : Date.parse(String(startedAt))));
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
  });

  it.each(seats)('$name: loses and repeats nothing when it grows to several pages meanwhile', async (seat) => {
    wide.set(seat, { order: 'oldest' });
    const world = wide.of(seat);
    const before = wide.truthOf(seat);
    const now = Date.now();
    let asked = 0;
    const added: SimulatedJob[] = [];
    const growing = {
      query<Data>(document: string, variables?: Record<string, unknown>) {
        asked += 1;
        for (let index = 0; asked > 2 && added.length < 12 && index < 4; index += 1) {
          added.push(world.simulator.add(seat.product, { startedAt: now + added.length, finishedAt: now + 1000, dataSource: 1 }));
        }
        return world.query<Data>(document, variables);
      },
    };
    const { jobs } = await walk(growing, seat, { first: 3 });
    for (const { jobId } of added) world.simulator.remove(seat.product, jobId);
    expect(added).toHaveLength(12);
    const old = new Set(before.map(({ jobId }) => jobId));
    expectSameJobs(jobs.filter(({ jobId }) => old.has(jobId)), before);
    expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(jobs.length);
  });
});

describe('oldest first, on several pages', () => {
  it.each(seats)('$name: is said by the first page, though none of it is shown', async (seat) => {
    worlds.set(seat, { order: 'oldest' });
    const { pages } = await walk(worlds.of(seat), { field: 'jobs', filterInput: 'JobFilter' }, { first: 5 });
    const source = pages[0]?.sources.find(({ source: { id } }) => id === seat.sourceId);
    expect(source?.warnings.map(({ code }) => code)).toContain('OUT_OF_ORDER');
  });
});
