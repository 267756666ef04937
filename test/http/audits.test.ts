import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startWorld, type World } from '../support/world.js';

/** Warnings that Apollo Server's own suite takes, too: each is a MAY of the draft, or about media types of errors. */
const TAKEN_WARNINGS = ['572B', 'FDE2', '7B9B'];

let world: World;
beforeAll(async () => void (world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } })));
afterAll(() => world.close());

/** A client that may ask by GET says so in a header that no other site's form can send. */
const fetchFn: typeof fetch = (url, init) => fetch(url, { ...init, headers: { 'apollo-require-preflight': 'true', ...(init?.headers as Record<string, string>) } });
const audits = serverAudits({ url: () => `${world.url}/graphql`, fetchFn });

test('there are audits', () => expect(audits.length).toBeGreaterThan(50));

test.each(audits.map((audit): [string, (typeof audits)[number]] => [`${audit.id} ${audit.name}`, audit]))('%s', async (_title, audit) => {
  const result = await audit.fn();
  const complaint = result.status === 'ok' || (result.status === 'warn' && TAKEN_WARNINGS.includes(audit.id)) ? null : `${result.status}: ${result.reason}`;
  if ('response' in result) await result.response.text().catch(() => '');
  expect(complaint).toBeNull();
});
