import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startSimulator, type Simulator } from '../../simulator/index.js';
import { readConfig } from '../../src/config.js';
import { consultDoctor } from '../../src/doctor/index.js';
import { build, runBuilt } from '../support/built-server.js';
import { entryFor, variableOf, writeTenants } from '../support/tenants-file.js';

let contoso: Simulator;
let fabrikam: Simulator;
let settings: Record<string, string>;
beforeAll(async () => {
  build();
  [contoso, fabrikam] = await Promise.all([startSimulator({ seed: 1, jobsPerProduct: 60, days: 10 }), startSimulator({ seed: 2, jobsPerProduct: 60, days: 10 })]);
  const tenants = [entryFor('contoso', contoso, { products: ['salesforce'] }), entryFor('fabrikam', fabrikam, { products: ['salesforce', 'microsoft-365'] })];
  settings = { AVEPOINT_TENANTS_FILE: writeTenants({ tenants }), [variableOf('contoso')]: contoso.clientSecret, [variableOf('fabrikam')]: 'canary-wrong' };
}, 180_000);
afterAll(() => Promise.all([contoso.close(), fabrikam.close()]));

const consult = (only: string | null, isJson: boolean) => consultDoctor(readConfig(settings), isJson, only);

describe('T11: the doctor', () => {
  test('looks at all, and says of whom something is wrong', async () => {
    const { diagnoses, exitCode, text } = await consult(null, false);
    expect(diagnoses.map(({ tenant, isWell, sources }) => [tenant, isWell, ...sources.map(({ source }) => source)])).toEqual([
      ['contoso', true, 'contoso/us/salesforce'],
      ['fabrikam', false, 'fabrikam/us/microsoft-365', 'fabrikam/us/salesforce'],
    ]);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^tenant contoso\n.*^tenant fabrikam\n.*^Something is wrong with 1 of 2: fabrikam\.$/ms);
    expect(text).not.toContain('canary');
  });

  test('asks hosts that differ at once, and one host for one tenant after the other', async () => {
    [contoso, fabrikam].forEach((simulator) => simulator.forgetCalls());
    const entries = [entryFor('contoso', contoso, { products: ['salesforce'] }), entryFor('tailspin', contoso, { products: ['microsoft-365'] }), entryFor('northwind', fabrikam, { products: ['salesforce'] })];
    const secrets = { [variableOf('contoso')]: contoso.clientSecret, [variableOf('tailspin')]: contoso.clientSecret, [variableOf('northwind')]: fabrikam.clientSecret };
    await consultDoctor(readConfig({ AVEPOINT_TENANTS_FILE: writeTenants({ tenants: entries }), ...secrets }), false);
    const momentsOf = (simulator: Simulator, product: string): number[] => simulator.calls.filter((call) => call.product === product).map(({ at }) => at);
    const [first, second, elsewhere] = [momentsOf(contoso, 'salesforce'), momentsOf(contoso, 'microsoft-365'), momentsOf(fabrikam, 'salesforce')];
    expect(Math.max(...first)).toBeLessThanOrEqual(Math.min(...second));
    expect(Math.min(...elsewhere)).toBeLessThan(Math.max(...first));
  });

  test('looks at one, and asks no other', async () => {
    [contoso, fabrikam].forEach((simulator) => simulator.forgetCalls());
    const { diagnoses, exitCode } = await consult('contoso', false);
    expect([diagnoses.map(({ tenant }) => tenant), exitCode]).toEqual([['contoso'], 0]);
    expect([fabrikam.calls.length, fabrikam.tokenCalls.length]).toEqual([0, 0]);
  });

  test('names the fields of the file, not settings', async () => {
    const { diagnoses, text } = await consult(null, false);
    expect(diagnoses[1]?.sources[0]?.findings[0]?.text).toMatch(/credentials\.clientId and the secret that credentials names/);
    expect(text).toContain('products.salesforce.timeFilter=start');
    expect(text.match(/AVEPOINT_(?!LOOKBACK_HOURS|PAGE_SIZE)\w+/g)).toBeNull();
  });

  test('tells machines by tenant', async () => {
    const told = JSON.parse((await consult(null, true)).text) as { isWell: boolean; tenants: { tenant: string; isWell: boolean; calls: number; mostCalls: number }[] };
    expect([told.isWell, told.tenants.map(({ tenant, isWell }) => [tenant, isWell])]).toEqual([false, [['contoso', true], ['fabrikam', false]]]);
    for (const { calls, mostCalls } of told.tenants) expect(calls).toBeLessThanOrEqual(mostCalls);
  });
});

describe('from the command line', () => {
  test.each<[readonly string[], number]>([
    [['--tenant', 'contoso'], 0],
    [['--tenant', 'fabrikam', '--json'], 1],
    [['--tenant=contoso', '--json'], 0],
    [['--tenant', 'nobody'], 2],
    [['--tenant'], 2],
    [['--tenants', 'contoso'], 2],
    [['contoso'], 2],
  ])('doctor %j ends with %i', async (args, code) => {
    const { code: ended, stdout } = await runBuilt(settings, 'doctor', ...args);
    expect(ended).toBe(code);
    if (args.includes('--json')) expect((JSON.parse(stdout) as { tenants: unknown[] }).tenants).toHaveLength(1);
  });
});
