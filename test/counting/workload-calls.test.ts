import { afterAll, beforeAll, expect, test } from 'vitest';

import { startWorld, type World } from '../support/world.js';
import { board, type BoardArguments } from './board.js';

/** What a board of four products costs a quiet tenant: 22 jobs a day and product, pages of 100. Some calls more on some days. */
const products = ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce'];
const days = 366;

let world: World;
beforeAll(async () => {
  const environment = { AVEPOINT_PRODUCTS: products.join(','), AVEPOINT_PAGE_SIZE: '100', AVEPOINT_SCAN_BUDGET: '300', LIMIT_COST_PER_MINUTE: '1000000' };
  world = await startWorld({ simulator: { jobsPerProduct: 22 * days, days }, environment });
});
afterAll(() => world.close());

async function callsOf(args: BoardArguments): Promise<number> {
  world.simulator.forgetCalls();
  const { isComplete } = await board(world, { ...args, first: 500 });
  expect(isComplete).toBe(true);
  return world.simulator.calls.length;
}

test('the backups of a week take at most 25 calls', async () => {
  const calls = await callsOf({ orderBy: 'WORST_FIRST' });
  expect(calls).toBeLessThanOrEqual(25);
});

test('the restores of a year take at most 45: Google Workspace and Salesforce are read to their ends in larger pages, the others a page a value', async () => {
  const calls = await callsOf({ lookBack: 'P365D', filter: { operations: ['RESTORE'] } });
  expect(calls).toBeLessThanOrEqual(45);
});
