import { afterEach, describe, expect, test, vi } from 'vitest';

import { codeOf, readAlone, withWorld } from '../support/faults.js';
import { listPage } from '../support/list-jobs.js';

afterEach(() => vi.restoreAllMocks());

const list = { field: 'salesforceJobs' };

describe.concurrent('a token is used for half a minute at least', () => {
  test.each([0, -1, -1e9, 0.001, 1, '0', '-5', '', 'soon', null, true, [], {}])('expires_in: %j', (expires_in) =>
    withWorld({ simulator: { switches: { identity: { values: { expires_in } } } } }, async (world) => {
      for (let round = 0; round < 6; round += 1) expect(await codeOf(readAlone(world))).toBe('OK');
      expect(world.simulator.tokenCalls).toHaveLength(1);
    }));
});

describe('the clock moves on', () => {
  /** Moves the monotonic clock that tokens are aged by; returns what sets it, in seconds. */
  function holdClock(): (seconds: number) => void {
    const real = performance.now.bind(performance);
    let ahead = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => real() + ahead);
    return (seconds) => void (ahead = seconds * 1000);
  }

  test.each([
    [0, 25, 35],
    [40, 30, 40],
    ['600', 530, 560],
    [3600, 3500, 3580],
    [1e300, 86_400, null],
    ['unreadable', 200, 290],
  ] as const)('expires_in %j: good after %i s, renewed before it is refused after %j s', (expires_in, goodAt, renewedAt) =>
    withWorld({ simulator: { switches: { identity: { expiresInSeconds: 1e6, values: { expires_in } } } } }, async (world) => {
      const moveTo = holdClock();
      await listPage(world, list);
      moveTo(goodAt);
      await listPage(world, list);
      expect(world.simulator.tokenCalls).toHaveLength(1);
      if (renewedAt !== null) {
        moveTo(renewedAt);
        await listPage(world, list);
        expect(world.simulator.tokenCalls).toHaveLength(2);
      }
      expect(new Set(world.simulator.calls.map(({ status }) => status))).toEqual(new Set([200]));
    }));
});

describe.concurrent('a token that no header can carry', () => {
  test.each([
    ['canary\n', 'a line break'],
    ['can\r\nary: yes', 'a line break'],
    ['can\u0000ary', 'a control character'],
    ['can\u007fary', 'a control character'],
    ['canaryü', 'letters beyond ASCII'],
    ['canary–', 'letters beyond ASCII'],
    ['canary🐤', 'letters beyond ASCII'],
  ])('%j is named as what it is, once', (access_token, what) =>
    withWorld({ simulator: { switches: { identity: { values: { access_token } } } } }, async (world) => {
      const { error } = await readAlone(world);
      expect(error).toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', isRetryable: false });
      expect(error?.message).toMatch(new RegExp(`identity service.*token that no HTTP header can carry: ${what} .*Check AVEPOINT_IDENTITY_URL`));
      expect(world.simulator.tokenCalls).toHaveLength(1);
      expect(world.simulator.calls).toEqual([]);
      expect(JSON.stringify([error, world.log])).not.toContain('canary');
    }));
});
