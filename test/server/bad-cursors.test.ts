import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askForJobs, listPage, type ListArguments } from '../support/list-jobs.js';
import { startWorld, type World } from '../support/world.js';

const cursorKey = randomBytes(32).toString('base64');
const otherKey = randomBytes(32).toString('base64');
const simulator = { jobsPerProduct: 60, days: 20 };
const list = { field: 'jobs', first: 3, filter: { statuses: ['SUCCEEDED'] }, window: { last: 'P14D' } } satisfies ListArguments;

let world: World;
let cursor: string;
beforeAll(async () => {
  world = await startWorld({ simulator, environment: { CURSOR_KEYS: cursorKey } });
  cursor = await endCursorOf(world, list);
});
afterAll(() => world.close());

async function endCursorOf(of: World, args: ListArguments): Promise<string> {
  const { pageInfo } = await listPage(of, args);
  return pageInfo.endCursor ?? expect.fail('no cursor');
}

const refusals = new Set<string>();

/** BAD_USER_INPUT of `after`, in the same words as any other, and not one call. */
async function expectRefused(after: string, args: ListArguments = list, of = world): Promise<void> {
  of.simulator.forgetCalls();
  const { data, errors = [] } = await askForJobs(of, { ...args, after });
  expect(data?.page ?? null, after).toBeNull();
  expect(errors.map(({ path, extensions }) => ({ path, extensions }))).toEqual([{ path: ['page'], extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]);
  refusals.add(errors[0]?.message ?? '');
  expect([...refusals]).toHaveLength(1);
  expect(of.simulator.calls).toEqual([]);
  expect(of.simulator.tokenCalls).toEqual([]);
}

test('the cursor itself is good: over and over, and with any page size', async () => {
  const { edges } = await listPage(world, { ...list, after: cursor });
  expect(edges).toHaveLength(3);
  const { edges: more } = await listPage(world, { ...list, first: 50, after: cursor });
  expect(more.slice(0, 3).map(({ node }) => node.id)).toEqual(edges.map(({ node }) => node.id));
});

test('no cursor is the first page', async () => {
  const { edges } = await listPage(world, { ...list, after: null });
  const { edges: first } = await listPage(world, list);
  expect(edges.map(({ node }) => node.id)).toEqual(first.map(({ node }) => node.id));
});

describe('what never was a cursor', () => {
  test.each([
    ['empty', ''],
    ['blank', ' '],
    ['a word', 'cursor'],
    ['a number', '50'],
    ['base64 of a list position', Buffer.from('arrayconnection:49').toString('base64')],
    ['no base64', 'ä€🙂'],
    ['a null character', '\0'],
    ['a lone surrogate', '\ud800'],
    ['a URL', 'https://graph-us.avepointonlineservices.com/backup/vm/jobs?pageNumber=1'],
    ['zeros', Buffer.alloc(200).toString('base64url')],
    ['noise', randomBytes(200).toString('base64url')],
    ['noise behind the right version', Buffer.concat([Buffer.from([1]), randomBytes(200)]).toString('base64url')],
    ['a version alone', Buffer.from([1]).toString('base64url')],
    ['too long', 'A'.repeat(4097)],
    ['far too long', 'A'.repeat(90_000)],
  ])('%s', async (_title, after) => {
    await expectRefused(after);
  });
});

describe('a real cursor, altered', () => {
  test('in any character', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const [at, character] of [...cursor].entries()) {
      const other = alphabet[(alphabet.indexOf(character) + 1) % alphabet.length] ?? '';
      await expectRefused(cursor.slice(0, at) + other + cursor.slice(at + 1));
    }
  });

  test('in any byte', async () => {
    const sealed = Buffer.from(cursor, 'base64url');
    for (const at of sealed.keys()) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ (1 << at % 8);
      await expectRefused(altered.toString('base64url'));
    }
  });

  test('cut short, at either end', async () => {
    for (const length of [1, 2, 3, 10, 20, 40, Math.floor(cursor.length / 2), cursor.length - 4, cursor.length - 2, cursor.length - 1]) {
      await expectRefused(cursor.slice(0, length));
      await expectRefused(cursor.slice(cursor.length - length));
    }
  });

  test('with something more', async () => {
    for (const more of ['A', 'AAAA', cursor]) await expectRefused(cursor + more);
    await expectRefused(`AAAA${cursor}`);
  });
});

describe('a real cursor, spelled differently', () => {
  test.each([
    ['with padding', () => `${cursor}=`],
    ['with much padding', () => `${cursor}====`],
    ['with a blank before', () => ` ${cursor}`],
    ['with a blank behind', () => `${cursor} `],
    ['with a line break behind', () => `${cursor}\n`],
    ['with a line break inside', () => `${cursor.slice(0, 40)}\n${cursor.slice(40)}`],
    ['with a character that base64 skips', () => `${cursor.slice(0, 40)}*${cursor.slice(40)}`],
    ['with a null character behind', () => `${cursor}\0`],
    ['in hex', () => Buffer.from(cursor, 'base64url').toString('hex')],
    ['percent-encoded', () => `%${cursor.charCodeAt(0).toString(16)}${cursor.slice(1)}`],
    ['in lower case', () => cursor.toLowerCase()],
  ])('%s', async (_title, respell) => {
    expect(respell()).not.toBe(cursor);
    await expectRefused(respell());
  });

  test('in standard base64', async () => {
    // Some cursors are spelled alike in both.
    for (let days = 7; ; days += 1) {
      const window = { last: `P${days}D` };
      const other = await endCursorOf(world, { ...list, window });
      const standard = Buffer.from(other, 'base64url').toString('base64').replace(/=+$/, '');
      if (standard === other) continue;
      await expectRefused(standard, { ...list, window });
      return;
    }
  });

  test('with the spare bits of its last character set', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    // Only where the length is no multiple of three are there any.
    for (const field of ['jobs', 'googleWorkspaceJobs', 'iaasPaasJobs', 'salesforceJobs']) {
      for (const first of [1, 2, 5, 20]) {
        const other = await endCursorOf(world, { field, first });
        const spareBits = (other.length * 6) % 8;
        if (spareBits === 0) continue;
        const last = alphabet.indexOf(other.at(-1) ?? '');
        for (let added = 1; added < 2 ** spareBits; added += 1) await expectRefused(other.slice(0, -1) + (alphabet[last + added] ?? '*'), { field });
        return;
      }
    }
    expect.fail('no cursor with spare bits');
  });
});

describe('a real cursor of something else', () => {
  test.each<[string, ListArguments]>([
    ['another field', { ...list, field: 'salesforceJobs' }],
    ['another status', { ...list, filter: { statuses: ['FAILED'] } }],
    ['one status more', { ...list, filter: { statuses: ['SUCCEEDED', 'FAILED'] } }],
    ['no filter', { field: list.field, first: 3, window: list.window }],
    ['one field of the filter more', { ...list, filter: { ...list.filter, products: ['SALESFORCE'] } }],
    ['another window', { ...list, window: { last: 'P13D' } }],
    ['another basis', { ...list, window: { last: 'P14D', by: 'FINISHED_AT' } }],
    ['no window', { field: list.field, first: 3, filter: list.filter }],
  ])('%s', async (_title, other) => {
    await expectRefused(cursor, other);
  });

  test('a cursor without filter and window is none of these either', async () => {
    const plain = await endCursorOf(world, { field: 'jobs', first: 3 });
    await expectRefused(plain, list);
    await expectRefused(plain, { field: 'googleWorkspaceJobs', first: 3 });
  });

  test('another key, from a server that has asked nothing yet', async () => {
    const other = await startWorld({ simulator, environment: { CURSOR_KEYS: otherKey } });
    await expectRefused(cursor, list, other);
    await other.close();
  });

  test.each([
    ['fewer products', { AVEPOINT_PRODUCTS: 'salesforce,iaas-paas' }],
    ['another endpoint', { AVEPOINT_MICROSOFT_365_ENDPOINT: 'jobs' }],
    ['another tenant', { AVEPOINT_TENANT: 'contoso' }],
  ])('streams that the configuration no longer has: %s', async (_title, environment) => {
    const other = await startWorld({ simulator, environment: { CURSOR_KEYS: cursorKey, ...environment } });
    await expectRefused(cursor, list, other);
    await other.close();
  });
});

describe('the key ring', () => {
  test('the first key seals, all of them open', async () => {
    const rotated = await startWorld({ simulator, environment: { CURSOR_KEYS: `${otherKey},${cursorKey}` } });
    const { edges } = await listPage(rotated, { ...list, after: cursor });
    expect(edges).toHaveLength(3);
    const fresh = await endCursorOf(rotated, list);
    await rotated.close();
    await expectRefused(fresh);
  });

  test('the same place gives the same cursor, opaque and bounded', async () => {
    const window = { from: '2024-01-01T00:00:00Z', to: '2024-02-01T00:00:00Z' };
    const once = await listPage(world, { ...list, window });
    const again = await listPage(world, { ...list, window });
    expect(once.pageInfo.endCursor).toEqual(again.pageInfo.endCursor);
    expect(cursor).toMatch(/^[\w-]{40,4096}$/);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/http|jobs|default|SUCCEEDED/);
  });
});
