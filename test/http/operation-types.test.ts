import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask } from '../support/ask.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } })));
afterAll(() => world.close());

const operations = ['mutation { __typename }', 'mutation M { startBackup { id } }', 'subscription { __typename }', 'subscription S { jobs { id } }'];
const types = ['*/*', 'application/json', 'application/graphql-response+json'];

test.each(operations.flatMap((operation) => types.map((accept): [string, string] => [operation, accept])))('%s is refused with 400 and a reason, for a client that accepts %s', async (operation, accept) => {
  const { status, errors, data } = await ask(world, operation, { accept });
  expect([status, data]).toEqual([400, undefined]);
  expect(errors).toEqual([{ message: expect.stringMatching(/^There are queries only: .*(mutation|subscription)\.$/) as unknown, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
});

test.each(operations.slice(0, 2))('%s by GET is a wrong method', async (operation) => {
  const response = await fetch(`${world.url}/graphql?query=${encodeURIComponent(operation)}`, { headers: { 'apollo-require-preflight': '1' } });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  expect(await response.text()).toMatch(/GET requests only support query operations/);
});
