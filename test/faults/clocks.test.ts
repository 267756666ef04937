import { setTimeout as sleep } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import { ask, bearer } from '../support/ask.js';
import { build } from '../support/built-server.js';
import { withBuilt, type BuiltWorld } from '../support/built-world.js';
import { startIssuer } from '../support/issuer.js';
import { steppedClock, type Step } from '../support/stepped-clock.js';
import { status, until } from '../support/faults.js';

const HOUR_MS = 3_600_000;

interface Answer {
  readonly code: string;
  readonly retryInMs: number | null;
}

interface Stepped extends BuiltWorld {
  /** One read of Salesforce that no other shares, and what health says then. */
  read(): Promise<Answer>;
}

/** The server as it is run, whose clocks can be stepped. */
function withStepped(step: Step, use: (stepped: Stepped) => Promise<void>): Promise<void> {
  let asked = 0;
  return withBuilt({ environment: { ...steppedClock(step), AVEPOINT_PRODUCTS: 'salesforce' } }, (world) =>
    use({
      ...world,
      async read() {
        asked += 1;
        const query = `{ salesforceJobs(window: { from: "${new Date(Date.UTC(2020, 0, asked)).toISOString()}" }) { sources { error { code } source { health { retryAt } } } } }`;
        const { data } = await world.query<{ salesforceJobs: { sources: { error: { code: string } | null; source: { health: { retryAt: string | null } } }[] } }>(query);
        const [source] = data?.salesforceJobs.sources ?? [];
        const retryAt = source?.source.health.retryAt ?? null;
        return { code: source?.error?.code ?? 'OK', retryInMs: retryAt === null ? null : Date.parse(retryAt) - Date.now() };
      },
    }),
  );
}

beforeAll(build);

describe.concurrent.each([
  ['back an hour', -HOUR_MS],
  ['ahead an hour', HOUR_MS],
])('a wall clock that is set %s', (_title, wall) => {
  test.each<[string, Fault, number, string]>([
    ['an open circuit', status(503), 2_000, 'UPSTREAM_CIRCUIT_OPEN'],
    ['a cool-down', status(401), 5_000, 'UPSTREAM_UNAUTHENTICATED'],
  ])('leaves the length of %s as it is', { timeout: 60_000 }, (_what, fault, lengthMs, code) =>
    withStepped({ wall }, async ({ simulator, read, step }) => {
      simulator.set({ salesforce: { fault } });
      await read();
      await read();
      const restedAt = performance.now();
      await step();
      simulator.resetSwitches();
      simulator.forgetCalls();
      // Health says it by the clock that was set.
      const { retryInMs, code: told } = await read();
      if (performance.now() - restedAt < lengthMs - 500) {
        expect(told).toBe(code);
        expect((retryInMs ?? 0) - wall).toBeGreaterThan(0);
        expect((retryInMs ?? 0) - wall).toBeLessThanOrEqual(lengthMs);
        expect(simulator.calls).toEqual([]);
      }
      let answer = told;
      for (; answer !== 'OK' && performance.now() - restedAt < lengthMs + 20_000; answer = (await read()).code) await sleep(250);
      expect(answer).toBe('OK');
    }));

  test('leaves a pause that was asked for as long as that', { timeout: 60_000 }, () =>
    withStepped({ wall }, async ({ simulator, read, step }) => {
      simulator.set({ salesforce: { fault: { ...status(429, { 'retry-after': '4' }), times: 1 } } });
      const waiting = read();
      await until(() => simulator.calls[0]?.status === 429);
      await step();
      expect([(await waiting).code, (await read()).code]).toEqual(['OK', 'OK']);
      const [first, second] = simulator.calls;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3950);
    }));
});

test('a pause of thirty years is looked at every minute, by one call, and is over when that one is answered', { timeout: 60_000 }, () =>
  withStepped({ monotonic: 61_000 }, async ({ simulator, read, step }) => {
    simulator.set({ salesforce: { fault: status(429, { 'retry-after': '999999999' }) } });
    expect((await read()).code).toBe('UPSTREAM_THROTTLED');
    const readMany = async (): Promise<string[]> => (await Promise.all(Array.from({ length: 10 }, read))).map(({ code }) => code);
    for (let minute = 1; minute <= 3; minute += 1) {
      expect(await readMany()).toEqual(Array(10).fill('UPSTREAM_THROTTLED'));
      expect(simulator.calls).toHaveLength(minute);
      await step();
      expect(await readMany()).toEqual(Array(10).fill('UPSTREAM_THROTTLED'));
      expect(simulator.calls).toHaveLength(minute + 1);
    }
    const { retryInMs } = await read();
    expect(retryInMs).toBeGreaterThan(0);
    expect(retryInMs).toBeLessThanOrEqual(900_000);
    simulator.resetSwitches();
    await step();
    expect(await readMany()).toEqual(Array(10).fill('OK'));
    expect((await read()).retryInMs).toBeNull();
  }));

test('a key that is new to us is fetched after the cooldown, though the wall clock was set back', async () => {
  const issuer = await startIssuer();
  await withBuilt({ environment: { ...steppedClock({ wall: -60_000, monotonic: 31_000 }), ...issuer.environment, AUTH_CLOCK_TOLERANCE_SECONDS: '120' } }, async (world) => {
    const statusOf = async (token: string): Promise<number> => (await ask(world, '{ __typename }', bearer(token))).status;
    expect(await statusOf(await issuer.sign())).toBe(200);
    await issuer.rotate('second');
    expect(issuer.fetches).toBe(1);
    await world.step();
    expect(await statusOf(await issuer.sign())).toBe(200);
    expect(issuer.fetches).toBe(2);
  });
  await issuer.close();
});
