import { afterEach, expect, test } from 'vitest';

import { seats } from '../products/index.js';
import { listPage, sourceOf } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
afterEach(() => world.close());

/** The error model of IaaS + PaaS stands in a 200 without any status beside it. */
test.each(seats)('$name: a failure inside a 200 that passes is tried again', async ({ product, field, environment }) => {
  world = await startWorld({ simulator: { jobsPerProduct: 20, days: 20, switches: { [product]: { fault: { kind: 'envelope-error', times: 1 } } } }, environment });
  const page = await listPage(world, { field });
  expect(page.isComplete).toBe(true);
  expect(sourceOf(page, product).requests).toBeGreaterThan(1);
});
