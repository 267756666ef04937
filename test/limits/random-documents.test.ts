import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { amountOf, randomDocuments, type RandomDocument } from '../support/random-documents.js';
import { startWorld, type World } from '../support/world.js';

const { documents: DOCUMENTS, seed: SEED } = amountOf(300, 7);
const MS_A_DOCUMENT = 500;

/** What a valid document may be refused with. */
const REFUSALS = ['BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED'];

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 9, days: 30 }, environment: { AVEPOINT_PAGE_SIZE: '5', LOG_LEVEL: 'error' } })));
afterAll(() => world.close());

function next(documents: Generator<RandomDocument, void>): RandomDocument {
  const { value } = documents.next();
  return value ?? expect.fail('no document');
}

test(`${DOCUMENTS} random documents are answered well, and none costs more than it said`, { timeout: 60_000 + DOCUMENTS * MS_A_DOCUMENT }, async () => {
  const { data } = await world.query<IntrospectionQuery>(getIntrospectionQuery());
  const schema = buildClientSchema(data ?? expect.fail('no schema'));
  const documents = randomDocuments(schema, SEED);
  const seen = { answered: 0, refused: 0, called: 0 };
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const { query, variables } = next(documents);
    const title = `${query}\n${JSON.stringify(variables)}`;
    world.simulator.forgetCalls();
    const reply = await ask(world, query, { 'x-query-cost': '1' }, variables);
    const calls = world.simulator.calls.length;
    const codes = (reply.errors ?? []).map(({ extensions }) => extensions['code']);
    if (reply.status === 200) {
      seen.answered += 1;
      expect(reply.data, title).toEqual(expect.any(Object));
      expect(codes.filter((code) => typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR'), title).toEqual([]);
      expect(calls, title).toBeLessThanOrEqual(reply.extensions?.cost?.['requested'] ?? -1);
      expect(calls, title).toBe(reply.extensions?.cost?.['upstreamCalls']);
    } else {
      seen.refused += 1;
      expect([reply.status, codes.filter((code) => !REFUSALS.includes(String(code))), calls, reply.data], title).toEqual([400, [], 0, undefined]);
    }
    if (calls > 0) seen.called += 1;
  }
  // The documents are worth something.
  expect(seen.answered).toBeGreaterThan(DOCUMENTS / 2);
  expect(seen.called).toBeGreaterThan(DOCUMENTS / 4);
});
