import { readFileSync } from 'node:fs';

import { buildSchema, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SimulatedJob } from '../../simulator/index.js';
import { keyOfEdge, statusOf } from '../planning/truth.js';
import { askForJobs, listPages } from '../support/list-jobs.js';
import { seats, type Filter, type Seat } from './index.js';
import { standingStory, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { everything } from './walk.js';

/** A product's own filter inside `JobFilter` means what it means in the product's own field, in every part (docs/behaviour.md §4). */

const schema = buildSchema(readFileSync('src/generated/schema.graphql', 'utf8'));

let worlds: SeatedWorlds;
beforeAll(async () => void (worlds = await startSeatedWorlds({ ...standingStory(24, 3), multiGeo: true }, { AVEPOINT_PAGE_SIZE: '50' })));
afterAll(() => worlds.close());

const insideOf = ({ field }: Seat): string => field.replace(/Jobs$/, '');

function fieldsOf(input: string): string[] {
  const type = schema.getType(input);
  return isInputObjectType(type) ? Object.keys(type.getFields()) : expect.fail(`no ${input}`);
}

const some = <T>(values: readonly T[]): T[] => [...new Set(values)].slice(0, 2);

/** What to ask a field for, one after the other: of what there are jobs, and what nobody has. */
function valuesOf(name: string, seat: Seat, jobs: readonly SimulatedJob[]): readonly unknown[] {
  const named = (names: readonly (string | undefined)[]): unknown[] => some(names.flatMap((one) => one ?? [])).map((one) => [one]);
  switch (name) {
    case 'sourceIds':
      return [[seat.sourceId], [], ['default/us/elsewhere']];
    case 'services':
      return named(jobs.map(({ service }) => seat.services[service ?? -1]));
    case 'types':
      return named(jobs.map(({ type }) => seat.types[type]?.[0]).filter((type) => type !== 'INTERNAL'));
    case 'statuses':
      return [...named(jobs.map(statusOf)), ['FAILED', 'RUNNING', 'UNKNOWN'], []];
    case 'serviceCodes':
      return some(jobs.flatMap(({ service }) => service ?? [])).map((code) => [code]);
    case 'typeCodes':
      return [...some(jobs.map(({ type }) => type)).map((code) => [code]), [77_777]];
    case 'statusCodes':
      return [...some(jobs.map(({ status }) => status)).map((code) => [code]), [77]];
    case 'search':
      return [jobs[0]?.jobId.slice(0, 4), jobs.at(-1)?.jobId.slice(-3), 'nowhere', ''];
    case 'location':
      return ['EUR', 'PrimaryGeoLocation'];
    default: {
      const own = seat.ownFilters[name];
      return own === undefined ? expect.fail(`Nothing to ask ${name} for.`) : own.values.map((value) => (own.isList ? [value] : value));
    }
  }
}

interface Found {
  readonly jobs: readonly string[];
  readonly errors: readonly unknown[];
}

/** The jobs of one product, and why there are none. */
async function found(seat: Seat, field: string, filter: Filter): Promise<Found> {
  const { data, errors = [] } = await askForJobs(worlds.of(seat), { field, filter, window: everything, first: 200 });
  const { edges, pageInfo } = data?.page ?? { edges: [], pageInfo: { hasNextPage: false } };
  expect(pageInfo.hasNextPage).toBe(false);
  return { jobs: edges.map(keyOfEdge), errors: errors.map(({ extensions }) => [extensions['code'], extensions['argument'], extensions['source']]) };
}

const onlyOf = (seat: Seat): Filter => ({ products: [seat.product.toUpperCase().replaceAll('-', '_')] });

describe.each(seats)('$name', (seat) => {
  const jobsOf = (): readonly SimulatedJob[] => worlds.truthOf(seat);

  it.each(fieldsOf(seat.filterInput))('%s brings the same jobs inside `JobFilter` as in the field of its own', async (name) => {
    let [jobs, refusals] = [0, 0];
    for (const value of valuesOf(name, seat, jobsOf())) {
      const own = await found(seat, seat.field, { [name]: value });
      expect(await found(seat, 'jobs', { ...onlyOf(seat), [insideOf(seat)]: { [name]: value } }), JSON.stringify(value)).toEqual(own);
      jobs += own.jobs.length;
      refusals += own.errors.length;
    }
    // What an older endpoint has no parameter for, it refuses in both.
    expect(jobs + refusals).toBeGreaterThan(0);
  });

  it('leaves jobs of other products alone', async () => {
    const keysOf = async (filter: Filter): Promise<readonly string[]> => (await listPages(worlds.of(seat), { filter, window: everything, first: 200 })).flatMap(({ edges }) => edges.map(keyOfEdge));
    const [all, narrowed] = [await keysOf({}), await keysOf({ [insideOf(seat)]: { statuses: ['FAILED'] } })];
    const isOther = (key: string): boolean => !key.startsWith(`${seat.product} `);
    expect(narrowed.filter(isOther)).toEqual(all.filter(isOther));
    expect(narrowed.length).toBeLessThan(all.length);
  });

  it('in both places a field must hold twice', async () => {
    const [one, other] = some(jobsOf().map(statusOf));
    const both = { ...onlyOf(seat), statuses: [one, other], [insideOf(seat)]: { statuses: [other, 'STOPPED'] } };
    const own = await found(seat, seat.field, { statuses: [other] });
    expect(own.jobs.length).toBeGreaterThan(0);
    expect(await found(seat, 'jobs', both)).toEqual(own);
    expect(await found(seat, 'jobs', { ...onlyOf(seat), statuses: [one], [insideOf(seat)]: { statuses: [other] } })).toEqual({ jobs: [], errors: [] });
    expect(await found(seat, 'jobs', { ...onlyOf(seat), sourceIds: [seat.sourceId], [insideOf(seat)]: { sourceIds: [] } })).toEqual({ jobs: [], errors: [] });
  });

  it('in both places a text must hold twice, and where the upstream searches, be the same', async () => {
    const [prefix, rest] = [jobsOf()[0]?.jobId.slice(0, 4) ?? '', jobsOf()[0]?.jobId.slice(4) ?? ''];
    const inside = (own: string) => found(seat, 'jobs', { ...onlyOf(seat), search: prefix, [insideOf(seat)]: { search: own } });
    const alone = await found(seat, seat.field, { search: prefix });
    expect(await inside(` ${prefix} `)).toEqual(alone);
    if (seat.isSearched) expect(await inside(rest)).toEqual({ jobs: [], errors: [['BAD_USER_INPUT', 'filter', undefined]] });
    else expect((await inside(rest)).jobs).toEqual((await found(seat, seat.field, { search: rest })).jobs.filter((key) => alone.jobs.includes(key)));
  });
});
