import { pino } from 'pino';
import { describe, expect, test } from 'vitest';

import { assemble } from '../../src/assemble.js';
import { readConfig } from '../../src/config.js';
import { ask, bearer } from '../support/ask.js';
import { readAlone, withWorld } from '../support/faults.js';
import { startForwardProxy, type ForwardProxy, type ForwardProxyOptions } from '../support/forward-proxy.js';
import { startIssuer } from '../support/issuer.js';
import { listEdges, listPage } from '../support/list-jobs.js';
import type { World } from '../support/world.js';

const SECRET = 'canary-p%40ss';

/** A world behind a proxy of its own; `settings` are made from the proxy's URL. */
async function behindProxy(options: ForwardProxyOptions, settings: (proxy: ForwardProxy) => Record<string, string>, use: (world: World, proxy: ForwardProxy) => Promise<void>): Promise<void> {
  const proxy = await startForwardProxy(options);
  try {
    await withWorld({ environment: settings(proxy) }, (world) => use(world, proxy));
  } finally {
    await proxy.close();
  }
}

const withSecret = ({ port }: ForwardProxy): string => `http://user:${SECRET}@127.0.0.1:${port}`;
const hostOf = (url: string): string => new URL(url).host;

describe.concurrent('calls go through the proxy', () => {
  test('for tokens and jobs, with its credentials, over no more connections than without', () =>
    behindProxy({}, (proxy) => ({ HTTP_PROXY: withSecret(proxy) }), async (world, proxy) => {
      for (let round = 0; round < 3; round += 1) expect((await listPage(world)).isComplete).toBe(true);
      expect((await listEdges(world)).length).toBeGreaterThan(60);
      await Promise.all(Array.from({ length: 12 }, () => listPage(world)));
      const target = hostOf(world.simulator.graphUrl);
      expect(new Set(proxy.tunnels.map((tunnel) => JSON.stringify(tunnel)))).toEqual(new Set([JSON.stringify({ target, authorization: `Basic ${Buffer.from('user:canary-p@ss').toString('base64')}`, host: target })]));
      expect(proxy.tunnels.length).toBeLessThanOrEqual(8);
      expect(proxy.others).toBe(0);
      for (const { headers } of world.simulator.calls) expect(JSON.stringify(headers)).not.toMatch(/proxy/i);
    }));

  test('not for hosts of NO_PROXY, nor where only HTTPS_PROXY is set', () =>
    behindProxy({}, (proxy) => ({ HTTP_PROXY: proxy.url, NO_PROXY: 'localhost, 127.0.0.1' }), async (world, proxy) => {
      expect((await listPage(world)).isComplete).toBe(true);
      await withWorld({ environment: { HTTPS_PROXY: proxy.url } }, async (other) => expect((await listPage(other)).isComplete).toBe(true));
      expect(proxy.tunnels).toEqual([]);
    }));

  test("for the issuer's keys, while the built-in simulator is reached without", async () => {
    const [proxy, issuer] = await Promise.all([startForwardProxy(), startIssuer()]);
    const config = readConfig({ ...issuer.environment, HTTP_PROXY: proxy.url });
    const { server, close } = await assemble(config, pino({ level: 'silent' }));
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const reply = await ask({ url }, '{ jobs(first: 1) { isComplete } }', bearer(await issuer.sign()));
    expect(reply).toMatchObject({ status: 200, data: { jobs: { isComplete: true } } });
    expect(proxy.tunnels.map(({ target }) => target)).toEqual([hostOf(issuer.issuer)]);
    await Promise.all([close(), issuer.close(), proxy.close()]);
  });
});

describe.concurrent('a proxy that opens no way', () => {
  test.each<[string, ForwardProxyOptions['answer'] | 'nobody', number, RegExp, boolean]>([
    ['wants other credentials', 407, 1, /wants other credentials \(407\).*user name and password in HTTPS_PROXY or HTTP_PROXY/, false],
    ['forbids the host', 403, 1, /opens no way to 127.0.0.1:\d+ \(403\).*NO_PROXY/, false],
    ['cannot reach it', 502, 3, /opens no way to 127.0.0.1:\d+ \(502\).*NO_PROXY/, true],
    ['hangs up', 'end', 3, /cannot be reached, or opens no way.*Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY/, true],
    ['hangs up in the tunnel', 'end in the tunnel', 3, /No connection to 127.0.0.1:\d+ through the proxy.*Check HTTPS_PROXY/, true],
    ['says nothing', 'silence', 3, /cannot be reached, or opens no way.*in time.*Check HTTPS_PROXY/, true],
    ['is not there', 'nobody', 0, /cannot be reached.*Check HTTPS_PROXY/, true],
  ])('%s', (_title, answer, tunnels, says, isRetryable) =>
    behindProxy(answer === 'nobody' ? {} : { answer: answer ?? 200 }, (proxy) => ({ HTTP_PROXY: withSecret(proxy) }), async (world, proxy) => {
      if (answer === 'nobody') await proxy.close();
      const { error, outcome } = await readAlone(world);
      expect([outcome, error?.code, error?.httpStatus, error?.isRetryable]).toEqual(['FAILED', 'UPSTREAM_UNREACHABLE', null, isRetryable]);
      expect(error?.message).toMatch(says);
      expect(error?.message).toContain(`127.0.0.1:${proxy.port}`);
      // As often as there are attempts, and no storm of them.
      expect(proxy.tunnels.length).toBeLessThanOrEqual(tunnels);
      expect(world.simulator.tokenCalls).toEqual([]);
      expect(JSON.stringify([world.log, error])).not.toMatch(/canary|user:/);
    }));
});
