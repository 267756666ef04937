import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { minVersion } from 'semver';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';
import { startWorld, type World } from '../support/world.js';

const page = readFileSync(join(packageRoot, 'README.md'), 'utf8');
/** The federated graph's queries are asked in test/federation. */
const alone = page.slice(0, page.indexOf('## In a federated graph'));
const blocks = [...alone.matchAll(/^```(graphql|json)\n(.*?)^```/gms)].map(([, language = '', text = '']) => ({ language, text }));
const queries = blocks.flatMap(({ language, text }, index) => (language === 'graphql' ? [{ query: text, shown: blocks[index + 1]?.language === 'json' ? (blocks[index + 1]?.text ?? '') : null }] : []));

interface Found {
  readonly findJobs: readonly { readonly jobId: string }[];
}

/** What of the shown answer has no place in the real one: names that are not there, values of another kind. What is null or an empty list on that day tells nothing. */
function differences(shown: unknown, real: unknown, path = ''): string[] {
  if (shown === null || real === null) return [];
  if (Array.isArray(shown)) return Array.isArray(real) ? shown.flatMap((value, index) => differences(value, (real as unknown[])[index] ?? null, `${path}[${index}]`)) : [`${path}: no list`];
  if (typeof shown === 'object') {
    if (typeof real !== 'object') return [`${path}: no object`];
    const values = new Map(Object.entries(real));
    return Object.entries(shown).flatMap(([name, value]) => (values.has(name) ? differences(value, values.get(name), `${path}.${name}`) : [`${path}.${name}: not there`]));
  }
  return typeof shown === typeof real ? [] : [`${path}: ${typeof real}`];
}

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
beforeEach(() => world.simulator.set({ salesforce: { permitted: true } }));

describe('the queries, on the day of the test', () => {
  test('are all here, without an id of another day', () => {
    expect(queries).toHaveLength(6);
    expect(queries.filter(({ query }) => /\d{8}/.test(query))).toEqual([]);
  });

  test.each(queries.filter(({ query }) => !query.includes('$jobId')).map(({ query, shown }) => [query, shown]))('%s', async (query, shown) => {
    if (shown?.includes('UPSTREAM_FORBIDDEN') === true) world.simulator.set({ salesforce: { permitted: false } });
    const answer = await world.query(query);
    if (shown === null) expect(answer).toMatchObject({ data: { jobs: { isComplete: true } } });
    else expect(differences(JSON.parse(shown), answer)).toEqual([]);
    expect(JSON.stringify(answer.data)).toMatch(/"jobId":"\w+"|"total":[1-9]/);
    expect(answer.errors !== undefined).toBe(shown?.includes('"errors"') ?? false);
  });

  test('a job is found by the id that another answer shows', async () => {
    const { query } = queries.find((block) => block.query.includes('$jobId')) ?? expect.fail('no query');
    const { data: first } = await world.query<{ jobs: { nodes: { jobId: string }[] } }>(queries.find((block) => block.query.includes('statuses: [FAILED, PARTIAL]'))?.query ?? '');
    const jobId = first?.jobs.nodes[0]?.jobId;
    const { data } = await world.query<Found>(query, { jobId });
    expect(data?.findJobs.map((job) => job.jobId)).toEqual([jobId]);
  });
});

test('differences are seen', () => {
  expect(differences({ a: [{ b: 1 }, { c: null }] }, { a: [{ b: '1' }, { d: 1 }] })).toEqual(['.a[0].b: string', '.a[1].c: not there']);
  expect(differences({ a: [{ b: 1 }] }, { a: 1 })).toEqual(['.a: no list']);
});

test('the README names the oldest Node that the package takes', () => {
  const { engines } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { engines: { node: string } };
  const oldest = minVersion(engines.node);
  expect(page).toContain(`the oldest that the tests run on is ${oldest?.major}.${oldest?.minor},`);
});
