import { describe, expect, test } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import type { Charset } from '../../simulator/charset.js';
import { body, callsTo, readAlone, status, withWorld } from '../support/faults.js';
import { seats } from '../products/index.js';
import { listEdges, listPage } from '../support/list-jobs.js';
import type { World } from '../support/world.js';

const salesforce = { AVEPOINT_PRODUCTS: 'salesforce' };
const faulty = (fault: Fault): Parameters<typeof withWorld>[0] => ({ simulator: { switches: { salesforce: { fault } } }, environment: salesforce });

describe.concurrent('a list without content', () => {
  test.each(seats.flatMap((seat) => (['status 204', 'no body'] as const).map((emptyAs) => ({ ...seat, title: `${seat.name}: ${emptyAs}`, emptyAs }))))(
    '$title is empty and complete after one call a stream',
    ({ product, field, environment, lists, emptyAs }) =>
      withWorld({ simulator: { jobs: { [product]: [] }, switches: { [product]: { emptyAs } } }, environment: { ...environment, AVEPOINT_PRODUCTS: product } }, async (world) => {
        const page = await listPage(world, { field });
        expect(page).toMatchObject({ edges: [], isComplete: true, pageInfo: { hasNextPage: false }, sources: [{ outcome: 'OK', error: null, warnings: [], requests: lists }] });
        expect(new Set(world.simulator.calls.map(({ rawQuery }) => rawQuery)).size).toBe(lists);
        expect((await world.query<{ page: unknown }>(`{ page: ${field} { totalCount } }`)).data?.page).toEqual({ totalCount: 0 });
      }),
  );

  test.each<[string, Fault]>([
    ['204 that names a type', status(204, { 'content-type': 'application/json' })],
    ['an empty 200', body('', { contentType: null })],
    ['white space', body(' \r\n\t', { contentType: null })],
  ])('%s: the same', (_title, fault) =>
    withWorld(faulty(fault), async (world) => {
      expect(await readAlone(world)).toMatchObject({ outcome: 'OK', requests: 1 });
    }));

  test.each<[string, Fault]>([
    ['an empty 200 that claims to be JSON', body('')],
    ['white space that claims to be JSON', body('  ')],
    ['an empty 200 that claims to be HTML', body('', { contentType: 'text/html' })],
    ['an empty 202', body('', { contentType: null, status: 202 })],
    ['a text without a type', body('ok', { contentType: null })],
  ])('%s is not believed', (_title, fault) =>
    withWorld(faulty(fault), async (world) => {
      expect(await readAlone(world)).toMatchObject({ outcome: 'FAILED', requests: 3, error: { code: 'UPSTREAM_BAD_RESPONSE' } });
    }));

  test('behind full pages is their end', () =>
    withWorld({ simulator: { jobs: { salesforce: Array.from({ length: 60 }, () => ({})) }, switches: { salesforce: { emptyAs: 'status 204', total: 'absent', nextLink: 'absent' } } }, environment: { ...salesforce, AVEPOINT_PAGE_SIZE: '20' } }, async (world) => {
      const list = { field: 'salesforceJobs', window: { from: '2000-01-01T00:00:00Z' } };
      expect(await listEdges(world, list)).toHaveLength(60);
      expect(world.simulator.calls.map((call) => call.status)).toEqual([200, 200, 200, 204]);
    }));
});

describe.concurrent('a charset', () => {
  /** Of jobs that run, every moment says something else. */
  const startedAt = Date.now();
  const text = 'Zürich, 5 £, ";,[{"';
  const latin1: Charset = { as: 'latin1', declared: 'ISO-8859-1' };
  const charsets: readonly Charset[] = [
    latin1,
    { as: 'latin1', declared: '"windows-1252"' },
    { as: 'utf-16le', marked: true },
    { as: 'utf-16be', marked: true, declared: 'utf-8' },
    { as: 'utf-16le', declared: 'utf-16' },
    { as: 'utf-16be', declared: 'UTF-16' },
    { as: 'utf-32le', marked: true },
    { as: 'utf-32be', declared: 'utf-32be' },
    { as: 'utf-8', marked: true, declared: 'iso-8859-1' },
  ];

  test.each(seats)('$name: jobs come as they do in UTF-8', ({ product, field, environment }) =>
    withWorld({ simulator: { jobsPerProduct: 8, now: () => startedAt, switches: { [product]: { values: { comments: text } } } }, environment: { ...environment, AVEPOINT_PRODUCTS: product } }, async (world) => {
      const read = (): Promise<unknown> => world.query(`{ ${field}(window: { last: "P9D" }) { isComplete nodes { jobId status startedAt raw } } }`);
      const plain = await read();
      expect(JSON.stringify(plain)).toContain('Zürich, 5 £');
      for (const charset of charsets) {
        world.simulator.set({ [product]: { charset } });
        expect([charset, await read()]).toEqual([charset, plain]);
      }
    }));

  test.each(charsets)('the identity service: $as $declared', (charset) =>
    withWorld({ simulator: { switches: { identity: { charset, values: { scope: text } } } }, environment: salesforce }, async (world) => {
      expect((await readAlone(world)).outcome).toBe('OK');
    }));

  test('nobody knows: named, and not asked for again', () =>
    withWorld({ simulator: { switches: { salesforce: { charset: { as: 'utf-8', declared: 'x-klingon' } } } }, environment: salesforce }, async (world) => {
      const { error, requests } = await readAlone(world);
      expect([error?.code, error?.isRetryable, requests]).toEqual(['UPSTREAM_BAD_RESPONSE', false, 1]);
      expect(error?.message).toMatch(/charset.*x-klingon.*Check/);
    }));

  test('nobody knows, of a refusal: the status is what counts', () =>
    withWorld(faulty(body('{}', { status: 403, contentType: 'application/json; charset=x-klingon' })), async (world) => {
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_FORBIDDEN', httpStatus: 403 });
    }));

  const many = (elements: number, charset: Charset): Fault => body(`{"statusCode":200,"data":{"totalCount":0,"jobs":[]},"beside":[${Array(elements).fill('0').join(',')}],"comments":"${'ⰬⰬ⺻'.repeat(4000)}"}`, { charset });

  test.each<Charset>([{ as: 'utf-16le', marked: true }, { as: 'utf-16be', declared: 'utf-16be' }, { as: 'utf-32be', marked: true }])('$as: elements are counted as they are', (charset) =>
    withWorld(faulty(many(5000, charset)), async (world: World) => {
      expect(await readAlone(world)).toMatchObject({ outcome: 'OK' });
      world.simulator.set({ salesforce: { fault: many(5001, charset) } });
      expect(await readAlone(world)).toMatchObject({ outcome: 'FAILED', requests: 1, error: { code: 'UPSTREAM_BAD_RESPONSE', isRetryable: false } });
    }));
});

describe.concurrent('Content-Encoding', () => {
  test.each(['Identity', 'IDENTITY', '', 'identity, Identity', ' , '])('%j is no compression', (encoding) => {
    const headers = { 'content-encoding': encoding };
    return withWorld({ simulator: { switches: { salesforce: { headers }, identity: { headers } } } }, async (world) => {
      expect((await readAlone(world)).outcome).toBe('OK');
      expect(callsTo(world, 'salesforce')).toBe(1);
    });
  });

  test.each(['gzip', 'GZIP', 'br', 'identity, gzip'])('%j is', (encoding) =>
    withWorld({ simulator: { switches: { salesforce: { headers: { 'content-encoding': encoding } } } } }, async (world) => {
      expect(await readAlone(world)).toMatchObject({ requests: 1, error: { code: 'UPSTREAM_BAD_RESPONSE', message: expect.stringContaining('compressed') as string } });
    }));
});
