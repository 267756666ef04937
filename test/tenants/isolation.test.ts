import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Simulator, SwitchChanges } from '../../simulator/index.js';
import { ask } from '../support/ask.js';
import { startTenants, type TenantsWorld } from '../support/tenants-world.js';

const KEYS = ['contoso', 'fabrikam', 'northwind'];
const PRODUCTS = ['microsoft-365', 'salesforce'];

let world: TenantsWorld;
beforeAll(async () => void (world = await startTenants({ tenants: Object.fromEntries(KEYS.map((key) => [key, { entry: { products: PRODUCTS } }])) })));
afterEach(() => KEYS.forEach((key) => world.simulatorOf(key).resetSwitches()));
afterAll(() => world.close());

interface Page {
  readonly nodes: readonly { readonly jobId: string; readonly source: { readonly tenant: string } }[];
  readonly isComplete: boolean;
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly sources: readonly { readonly source: { readonly id: string }; readonly outcome: string }[];
}

/** It has ended, so that the same jobs are in it whenever it is asked for. */
const HOUR_MS = 3_600_000;
const at = (hoursAgo: number): string => new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
const WINDOW = `window: { from: "${at(72)}", to: "${at(1)}" }`;
const LIST = `{ page: jobs(first: 200, ${WINDOW}) { nodes { jobId source { tenant } } isComplete pageInfo { hasNextPage } sources { source { id } outcome } } }`;

const everywhere = (change: NonNullable<SwitchChanges['salesforce']>): SwitchChanges => Object.fromEntries(PRODUCTS.map((product) => [product, change]));
const ofTenant = ({ nodes }: Page, key: string): string[] => nodes.filter(({ source }) => source.tenant === key).map(({ jobId }) => jobId);

/** Whatever tokens a simulator was shown, by where they came from. */
const tokensAt = ({ calls }: Simulator): Set<unknown> => new Set(calls.map((call) => JSON.stringify(call)).flatMap((call) => /Bearer [^"]+/.exec(call) ?? []));

describe('one tenant in trouble leaves the others whole, and is named', () => {
  test.each<[string, SwitchChanges, string]>([
    ['credentials that are refused', { identity: { fault: { kind: 'status', status: 401 } } }, 'UPSTREAM_UNAUTHENTICATED'],
    ['tokens that are refused', everywhere({ fault: { kind: 'status', status: 401 } }), 'UPSTREAM_UNAUTHENTICATED'],
    ['throttling', everywhere({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '600' } } }), 'UPSTREAM_THROTTLED'],
    ['an outage', everywhere({ fault: { kind: 'reset' } }), 'UPSTREAM_UNREACHABLE'],
    ['a slow drip', everywhere({ fault: { kind: 'slow-drip', everyMs: 200, bytes: 1 } }), 'UPSTREAM_TIMEOUT'],
  ])('%s', async (_title, trouble, code) => {
    const own = await startTenants({ tenants: Object.fromEntries(KEYS.map((key) => [key, { entry: { products: PRODUCTS } }])) });
    try {
      const before = await ask<{ page: Page }>(own, LIST);
      expect([before.data?.page.isComplete, before.data?.page.pageInfo.hasNextPage]).toEqual([true, false]);
      for (const key of KEYS) expect(ofTenant(before.data?.page as Page, key).length).toBeGreaterThan(5);
      own.simulatorOf('contoso').set(trouble);
      if (trouble.identity !== undefined) own.simulatorOf('contoso').set({ identity: { tokenEpoch: 2 } });
      const { data, errors } = await ask<{ page: Page }>(own, LIST);
      const outcomes = Object.fromEntries(data?.page.sources.map(({ source, outcome }) => [source.id, outcome]) ?? []);
      expect(outcomes).toEqual(Object.fromEntries(KEYS.flatMap((key) => PRODUCTS.map((product) => [`${key}/us/${product}`, key === 'contoso' ? 'FAILED' : 'OK']))));
      for (const key of ['fabrikam', 'northwind']) expect(ofTenant(data?.page as Page, key)).toEqual(ofTenant(before.data?.page as Page, key));
      expect(errors?.map(({ extensions }) => [extensions['source'], extensions['code']]).sort()).toEqual(PRODUCTS.map((product) => [`contoso/us/${product}`, code]));
      const health = await ask<{ jobTenants: { key: string; health: string }[] }>(own, '{ jobTenants { key health } }');
      expect(health.data?.jobTenants.map(({ health: state }) => state === 'HEALTHY')).toEqual([false, true, true]);
    } finally {
      await own.close();
    }
  });

  test('the others do not wait for it', async () => {
    world.simulatorOf('contoso').set(everywhere({ fault: { kind: 'hang' } }));
    const first = ask<{ page: Page }>(world, LIST).then(() => 'all');
    const others = ask<{ page: Page }>(world, LIST.replace('window:', 'filter: { tenants: ["fabrikam", "northwind"] }, window:')).then(({ data }) => data?.page.isComplete);
    expect(await Promise.race([first, others])).toBe(true);
    await first;
  });
});

describe('T3: what belongs to one tenant', () => {
  test('a token goes to no other tenant’s host, and each has its own for a scope', async () => {
    world.forgetCalls();
    await ask(world, LIST);
    const tokens = KEYS.map((key) => tokensAt(world.simulatorOf(key)));
    for (const own of tokens) expect(own.size).toBe(PRODUCTS.length);
    expect(new Set(tokens.flatMap((own) => [...own])).size).toBe(KEYS.length * PRODUCTS.length);
  });

  test('no line of the log that is about one names another, and none has a secret', async () => {
    world.simulatorOf('contoso').set(everywhere({ fault: { kind: 'status', status: 403 } }));
    const before = world.log.length;
    await ask(world, LIST);
    const lines = world.log.slice(before).map((line) => JSON.stringify(line));
    expect(lines.some((line) => line.includes('contoso/us/'))).toBe(true);
    expect(lines.filter((line) => /fabrikam|northwind/.test(line))).toEqual([]);
    for (const key of KEYS) expect(JSON.stringify(world.log)).not.toContain(world.simulatorOf(key).clientSecret);
  });
});
