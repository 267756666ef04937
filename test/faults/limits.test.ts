import { describe, expect, test } from 'vitest';

import type { Fault } from '../../simulator/index.js';
import { body, callsTo, readAlone, readBeside, until, withWorld } from '../support/faults.js';

const MEGABYTE = 1024 * 1024;

/** An empty page of Salesforce with something beside it. */
const pageWith = (beside: string): string => `{"statusCode":200,"data":{"totalCount":0,"jobs":[]},"beside":${beside}}`;
const pageOf = (bytes: number): Fault => body(pageWith(`"${'x'.repeat(bytes - pageWith('""').length)}"`));
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe.concurrent('is read', () => {
  test.each<[string, Fault]>([
    ['8 MB', pageOf(8 * MEGABYTE)],
    ['63 levels in the envelope', body(pageWith(nested(63)))],
    ['5,000 elements', body(pageWith(`[${Array(5000).fill('0').join(',')}]`))],
    ['twice 5,000 elements', body(pageWith(`[[${Array(5000).fill('0').join(',')}],[${Array(5000).fill('0').join(',')}]]`))],
    ['a text with 10,000 commas and brackets', body(pageWith(`"${',['.repeat(10_000)}\\",[[["`))],
  ])('%s', (_title, fault) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      expect(await readAlone(world)).toMatchObject({ outcome: 'OK', error: null });
    }));

  test('5,000 rows', () =>
    withWorld({ simulator: { jobs: { salesforce: [{ jobId: 'AI1' }] }, switches: { salesforce: { fault: { kind: 'giant', rows: 5000 } } } } }, async (world) => {
      const { outcome, error } = await readAlone(world);
      expect([outcome, error]).toEqual(['OK', null]);
    }));
});

describe.concurrent('is refused while it arrives, once, and the others are shown', () => {
  test.each<[string, Fault, RegExp]>([
    ['8 MB and a byte', pageOf(8 * MEGABYTE + 1), /8 MB/],
    ['64 MB', body('x'.repeat(64 * MEGABYTE)), /8 MB/],
    ['5,001 rows', { kind: 'giant', rows: 5001 }, /5000 rows/],
    ['a million rows', { kind: 'giant', rows: 1_000_000 }, /5000 rows/],
    ['5,001 elements beside the rows', body(pageWith(`[${Array(5001).fill('0').join(',')}]`)), /5000 rows/],
    ['three million objects', body(`[${'{},'.repeat(2_000_000)}{}]`), /5000 rows/],
    ['64 levels in the envelope', body(pageWith(nested(64))), /nests/],
    ['a hundred thousand levels', body(nested(100_000)), /nests/],
    ['a bomb of gzip', { kind: 'giant', rows: 3_000_000, gzip: true }, /compressed/],
  ])('%s', (_title, fault, says) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      const source = await readBeside(world, 'salesforce');
      expect(source).toMatchObject({ outcome: 'FAILED', requests: 1, error: { code: 'UPSTREAM_BAD_RESPONSE', isRetryable: false } });
      expect(source.error?.message).toMatch(says);
      expect(callsTo(world, 'salesforce')).toBe(1);
      await until(() => world.simulator.open.now === 0);
      world.simulator.resetSwitches();
      expect((await readAlone(world)).outcome).toBe('OK');
    }));

  test('a token answer of nine megabytes', () =>
    withWorld({ simulator: { switches: { identity: { fault: body(JSON.stringify({ access_token: 'x'.repeat(9 * MEGABYTE), token_type: 'Bearer' })) } } } }, async (world) => {
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_BAD_RESPONSE', isRetryable: false });
      expect(world.simulator.tokenCalls).toHaveLength(1);
    }));
});
