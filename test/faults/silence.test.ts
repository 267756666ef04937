import { describe, expect, test } from 'vitest';

import { productNames, type Fault } from '../../simulator/index.js';
import { askForJobs } from '../support/list-jobs.js';
import { body, lasting, passing, status, withWorld } from '../support/faults.js';
import type { World } from '../support/world.js';

/** What must not come out of the server, in whatever spelling. */

const canary = 'canary+7f3e9c/do not show?&=';
const cursorKey = Buffer.from('canary-of-the-cursor-key-32-byte').toString('base64');

const planted = { 'x-canary': canary, 'set-cookie': `a=${encodeURIComponent(canary)}`, 'www-authenticate': `Bearer realm="${canary}"`, server: canary, location: `https://${encodeURIComponent(canary)}.example.net/` };
const words = { code: canary, message: canary, [canary]: canary };

const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(Object.entries({ ...passing, ...lasting }).filter(([title]) => !/million|bomb|megabytes/.test(title)).map(([title, { fault }]) => [title, fault])),
  'a status with telling headers': status(500, { ...planted, 'retry-after': canary, 'x-request-id': canary, traceparent: canary }),
  'a redirect with a telling target': status(302, planted),
  'telling text': body(canary, { contentType: 'text/plain', headers: planted }),
  'telling HTML': body(`<html><title>${canary}</title></html>`, { status: 503, contentType: 'text/html' }),
  'JSON that breaks off behind it': body(`{"jobs":[{"jobId":"${canary}`),
  'JSON that is wrong at it': body(`{${canary}}`),
  'errors inside 200': body(JSON.stringify({ statusCode: 200, errors: [words], message: canary, requestId: canary, traceId: canary, data: null })),
  'an error model inside 200': body(JSON.stringify({ errorModel: { ...words, requestId: canary } })),
  'an error of OAuth': body(JSON.stringify({ error: canary, error_description: canary, error_uri: canary }), { status: 400 }),
  'a scope that is not granted': body(JSON.stringify({ error: 'invalid_scope', error_description: canary }), { status: 400 }),
  'a link elsewhere': body(JSON.stringify({ statusCode: 200, data: { totalCount: 9, jobs: [], nextLink: `https://${encodeURIComponent(canary)}.example.net/?t=${canary}` } })),
};

const spellings = (secret: string): string[] => {
  const bytes = Buffer.from(secret);
  // Inside of a longer text base64 looks different, by where it begins.
  const base64 = [0, 1, 2].flatMap((shift) => (['base64', 'base64url'] as const).map((encoding) => Buffer.concat([Buffer.alloc(shift, 'x'), bytes]).toString(encoding).slice(4, -4)));
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), bytes.toString('hex'), ...base64];
};

function secretsOf({ simulator }: World): string[] {
  const tokens = simulator.calls.map(({ headers }) => String(headers['authorization']).replace(/^Bearer /, ''));
  return [...new Set([...tokens, canary, simulator.clientSecret, simulator.clientId, cursorKey, Buffer.from(cursorKey, 'base64').toString('latin1')])];
}

/** All that the server gives away: answers, their headers, health, and its log. */
async function everythingSaid(world: World): Promise<string> {
  const page = await askForJobs(world);
  const next = await askForJobs(world, { after: page.data?.page?.pageInfo.endCursor ?? null });
  const health = await world.query('{ jobSources { id endpoint health { state retryAt lastError { code message httpStatus requestId traceId } } } }');
  const ready = await fetch(`${world.url}/health/ready`);
  return JSON.stringify([page, next, health, await ready.json(), [...ready.headers], world.log]);
}

const FIELDS = ['requestId', 'source', 'state', 'code', 'httpStatus', 'upstreamRequestId', 'failed', 'level', 'time', 'pid', 'hostname', 'msg', 'operation', 'caller', 'cost', 'durationMs', 'upstreamCalls', 'errors', 'address', 'sources', 'signal', 'err'];

function expectSilence(world: World, said: string): void {
  for (const secret of secretsOf(world)) expect(spellings(secret).filter((spelling) => said.includes(spelling)), 'what was given away').toEqual([]);
  expect(said).not.toMatch(/bearer/i);
  for (const line of world.log) {
    expect(Object.keys(line).filter((name) => !FIELDS.includes(name))).toEqual([]);
    expect(Object.keys(line['err'] ?? {}).filter((name) => !['type', 'code', 'message', 'stack'].includes(name))).toEqual([]);
  }
}

describe.concurrent.each(Object.entries(faults))('%s', (_title, fault) => {
  test('of every product: nothing is given away', () =>
    withWorld({ environment: { CURSOR_KEYS: cursorKey }, simulator: { switches: Object.fromEntries(productNames.map((product) => [product, { fault }])) } }, async (world) => {
      const said = await everythingSaid(world);
      expect(said).toMatch(/"outcome":"(FAILED|PARTIAL)"|"endCursor"/);
      expect(secretsOf(world).length).toBeGreaterThanOrEqual(9);
      expectSilence(world, said);
    }));

  test('of the identity service: nothing is given away', () =>
    withWorld({ environment: { CURSOR_KEYS: cursorKey }, simulator: { switches: { identity: { fault } } } }, async (world) => {
      const said = await everythingSaid(world);
      expect(said).toContain('"outcome":"FAILED"');
      expectSilence(world, said);
    }));
});

test('when all is well, and a walk goes on by tokens of the upstream', () =>
  withWorld({ environment: { CURSOR_KEYS: cursorKey, AVEPOINT_PAGE_SIZE: '5' } }, async (world) => {
    const said = await everythingSaid(world);
    const tokens = world.simulator.calls.flatMap(({ query }) => [query['NextLink'], query['skiptoken']]).filter((token) => token !== undefined);
    expect(tokens.length).toBeGreaterThan(2);
    for (const token of tokens) expect(spellings(token).filter((spelling) => said.includes(spelling))).toEqual([]);
    expectSilence(world, said);
  }));

test('the search itself finds what is there', () => {
  for (const [index, write] of [(text: string) => text, encodeURIComponent, (text: string) => Buffer.from(`ab${text}c`).toString('base64'), (text: string) => Buffer.from(`a${text}`).toString('base64url')].entries()) {
    const said = JSON.stringify({ some: `thing ${write(canary)} more` });
    expect(spellings(canary).some((spelling) => said.includes(spelling)), String(index)).toBe(true);
  }
});
