import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { attacks } from '../../bench/attack-list.js';
import { ask } from '../support/ask.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
// What is refused for its size alone is refused before it is read; here the body may be large, so that the other limits have to hold.
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { LIMIT_BODY_KB: '1000' } })));
afterAll(() => world.close());
beforeEach(() => world.simulator.forgetCalls());

function expectNoCalls(): void {
  expect(world.simulator.calls).toEqual([]);
  expect(world.simulator.tokenCalls).toEqual([]);
}

describe('refused with 400, without an upstream call', () => {
  // How little time it takes, `npm run bench` shows.
  test.each(Object.entries(attacks))('%s', async (_title, { query, variables }) => {
    const { status, data, errors } = await ask(world, query, {}, variables);
    expect(status).toBe(400);
    expect(data ?? null).toBeNull();
    expect(errors?.length).toBeGreaterThan(0);
    expectNoCalls();
  });

  test('each kind by its own limit', async () => {
    const said = async (name: keyof typeof attacks): Promise<string> => {
      const attack = attacks[name] ?? expect.fail('no such attack');
      return (await ask(world, attack.query, {}, attack.variables)).errors?.[0]?.message ?? '';
    };
    expect(await said('fragment bomb, 9 x 2')).toContain('recursively requests too many selections');
    expect(await said('1,000 aliases')).toContain('1000 tokens');
    expect(await said('60 aliases')).toContain('60 aliases; 50 are taken');
    expect(await said('the whole server, 40 times')).toContain('may list 8000 jobs; 4000 are taken');
    expect(await said('first: 201, default')).toContain('`first` has to be from 0 to 200.');
    expect(await said('introspection in circles')).toMatch(/introspection depth/i);
  });
});

test.each([
  ['a condition', 'query ($no: Boolean = true) { jobs { isComplete } salesforceJobs @skip(if: $no) { isComplete } }', { no: null }],
  ['an argument', 'query ($by: JobWindowBasis = STARTED_AT) { jobs { isComplete } salesforceJobs(window: { by: $by }) { isComplete } }', { by: null }],
])('a null that reaches %s that takes none is found before another field runs', async (_title, query, variables) => {
  const { status, data, errors } = await ask(world, query, {}, variables);
  expect([status, data ?? null, errors?.map(({ extensions }) => extensions['code'])]).toEqual([400, null, ['BAD_USER_INPUT']]);
  expectNoCalls();
});

describe('what stays within the limits is answered', () => {
  test.each([
    ['50 aliases', `{ ${Array.from({ length: 50 }, (_, index) => `a${index}: jobSources { id }`).join(' ')} }`],
    ['deep into every object', '{ jobs(first: 1) { sources { source { health { lastError { code } } } } edges { node { source { health { lastError { code message } } } } } } }'],
    ['a fragment used often', `{ ${Array.from({ length: 10 }, (_, index) => `a${index}: jobSources { ...S }`).join(' ')} } fragment S on JobSource { id tenant region }`],
  ])('%s', async (_title, query) => {
    const { status, errors } = await ask(world, query);
    expect([status, errors]).toEqual([200, undefined]);
  });

  test('ten levels and not eleven, fragments spread out', async () => {
    const own = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { LIMIT_DEPTH: '4' } });
    const four = '{ jobs(first: 0) { edges { ...E } } } fragment E on JobEdge { node { id } }';
    expect((await ask(own, four)).status).toBe(200);
    const five = await ask(own, four.replace('id', 'source { id }'));
    expect([five.status, five.errors?.[0]?.message]).toEqual([400, 'Operation is 5 levels deep; 4 are taken.']);
    await own.close();
  });
});

test('a body of more than 100 KB is not read', async () => {
  const own = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
  const reply = await ask(own, `{ __typename } # ${'x'.repeat(110_000)}`);
  expect([reply.status, reply.errors?.[0]?.extensions]).toEqual([413, { code: 'PAYLOAD_TOO_LARGE' }]);
  expect((await ask(own, `{ __typename } # ${'x'.repeat(90_000)}`)).status).toBe(200);
  await own.close();
});
