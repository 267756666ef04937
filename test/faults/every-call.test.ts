import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, test } from 'vitest';

import { seats, type Seat } from '../products/index.js';
import { listPage, listPages } from '../support/list-jobs.js';
import { body, callsTo, readAlone, status, withWorld } from '../support/faults.js';

const methodOf = ({ path }: Seat): string => (path === '/api/public/jobreport' ? 'POST' : 'GET');
const tokenPath = '/connect/token';

describe.concurrent.each(seats)('$name', (seat) => {
  test('is called by its own method and path at the configured origin, identity encoding asked, and nothing else is', () =>
    withWorld({ environment: { ...seat.environment, AVEPOINT_PRODUCTS: seat.product, AVEPOINT_PAGE_SIZE: '7' } }, async (world) => {
      const { field } = seat;
      await listPages(world, { field, first: 20 });
      await listPage(world, { field, filter: { statuses: ['FAILED'], search: '../../%2e%2e/?#' } });
      expect(world.simulator.calls.length).toBeGreaterThan(4);
      for (const { method, path, headers, status: answered } of world.simulator.calls) {
        expect([method, path, answered]).toEqual([methodOf(seat), seat.path, 200]);
        expect(headers['host']).toBe(new URL(world.simulator.graphUrl).host);
        expect(headers['accept-encoding']).toBe('identity');
        expect(headers['cookie']).toBeUndefined();
      }
      expect(world.simulator.tokenCalls).toHaveLength(1);
    }));

  test.each([301, 302, 303, 307, 308])('a redirect (%i) leads nowhere', async (code) => {
    let visits = 0;
    const elsewhere = createServer((_request, response) => {
      visits += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}${seat.path}`;
    await withWorld({ environment: { ...seat.environment, AVEPOINT_PRODUCTS: seat.product } }, async (world) => {
      for (const target of [location, `${seat.path}?elsewhere=1`, tokenPath]) {
        world.simulator.set({ [seat.product]: { fault: status(code, { location: target }) } });
        world.simulator.forgetCalls();
        const { error } = await readAlone(world, seat.field);
        expect(error).toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', httpStatus: code, isRetryable: false });
        expect(error?.message).toMatch(/redirect/);
        expect(world.simulator.calls.map(({ path, query }) => [path, query['elsewhere']])).toEqual(world.simulator.calls.map(() => [seat.path, undefined]));
      }
    });
    await new Promise((resolve) => elsewhere.close(resolve));
    expect(visits).toBe(0);
  });

  test('a compressed answer is refused, and no trouble to whoever asks next', () =>
    withWorld({ environment: { ...seat.environment, AVEPOINT_PRODUCTS: seat.product } }, async (world) => {
      const streams = seat.product === 'google-workspace' ? 2 : 1;
      world.simulator.set({ [seat.product]: { fault: { kind: 'gzip' } } });
      expect(await readAlone(world, seat.field)).toMatchObject({ outcome: 'FAILED', error: { code: 'UPSTREAM_BAD_RESPONSE', isRetryable: false } });
      expect(callsTo(world, seat.product)).toBe(streams);
      world.simulator.resetSwitches();
      expect((await readAlone(world, seat.field)).outcome).toBe('OK');
    }));
});

test.concurrent('the token endpoint is no place for redirects and compression either', () =>
  withWorld({}, async (world) => {
    const { graphUrl } = world.simulator;
    for (const fault of [status(307, { location: `${graphUrl}/backup/sfbapi/jobs` }), status(302, { location: '/connect/token' }), { kind: 'gzip' } as const]) {
      world.simulator.set({ identity: { fault } });
      world.simulator.forgetCalls();
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE' });
      expect(world.simulator.calls).toEqual([]);
      await world.restart();
    }
  }));

test.concurrent('a link of the upstream leads nowhere else', () =>
  withWorld({ environment: { AVEPOINT_PAGE_SIZE: '5' } }, async (world) => {
    for (const text of ['http://127.0.0.1:1/backup/vm/jobs?skiptoken=a', '//127.0.0.1:1/jobs?skiptoken=a', 'https://graph-us.avepointonlineservices.com/backup/vm/jobs?skiptoken=a', '/backup/sfbapi/jobs?skiptoken=a', 'file:///etc/passwd']) {
      world.simulator.set({ 'iaas-paas': { nextLink: { text } } });
      const { error } = await readAlone(world, 'iaasPaasJobs');
      expect(error?.code, text).toBe('UPSTREAM_BAD_NEXT_LINK');
    }
    expect(new Set(world.simulator.calls.map(({ path }) => path))).toEqual(new Set(['/backup/vm/jobs']));
  }));

test.concurrent('what a body says of headers changes nothing', () =>
  withWorld({ simulator: { switches: { salesforce: { fault: body('{"statusCode":200,"data":{"totalCount":0,"jobs":[]}}', { headers: { 'set-cookie': 'a=b', link: '<http://127.0.0.1:1/>; rel=next', refresh: '0; url=http://127.0.0.1:1/' } }) } } } }, async (world) => {
    expect((await readAlone(world)).outcome).toBe('OK');
    await readAlone(world);
    expect(world.simulator.calls.map(({ path, headers }) => [path, headers['cookie']])).toEqual([['/backup/sfbapi/jobs', undefined], ['/backup/sfbapi/jobs', undefined]]);
  }));
