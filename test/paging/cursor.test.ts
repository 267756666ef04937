import { createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createCursorSealer, MAX_CURSOR_LENGTH } from '../../src/paging/cursor.js';
import { createPositionPacker } from '../../src/paging/packing.js';
import type { Place } from '../../src/paging/page.js';
import { digest, startOf, type Position } from '../../src/paging/position.js';
import { createCursorWriter, openCursor, unpackPositions } from '../../src/planning/bookmark.js';
import { fingerprint } from '../../src/planning/plan.js';

const key = randomBytes(32);
const sealer = createCursorSealer([key]);
const window = { from: 1_790_000_000_000, to: 1_795_000_000_000, by: 'STARTED_AT', isDefault: false, takesUnstarted: true, isOpenEnded: true, ahead: 'taken' } as const;
const lookbacks = [48 * 3_600_000, 0, 30 * 24 * 3_600_000];
const print = fingerprint([{ key: 'a' }, { key: 'b' }]);

/** As many bytes as the vendor's samples have. */
function vendorToken(): string {
  return randomBytes(177).toString('base64');
}

function deepPosition(token: string | null, number = 4711): Position {
  const job = { startedAt: 1_794_000_123_000, digest: digest('IB20261124033814226090') };
  const met = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 4708, 4709, 4710, 4711];
  const knownTokens = token === null ? [] : met.map((page) => ({ number: page, digest: digest(`token ${page}`) }));
  return { place: { number, token }, offset: 99, seen: number * 100 + 99, last: job, gap: null, isOrdered: true, arePagesFull: true, mark: null, first: job, knownTokens, isEnded: false };
}

function cursorOf(positions: readonly Position[], binding = 'jobs'): string {
  return createCursorWriter(sealer, binding, { window, lookbacks, uncarried: [], fingerprint: print })([{ positions, ahead: window.ahead }])[0] as string;
}

describe('a cursor', () => {
  test('brings back the window and every position', () => {
    const mark = { startedAt: null, key: 'FB20261124' };
    const guess = { number: 3, token: null, isGuess: true } as const;
    const positions = [
      startOf(0),
      { ...startOf(0), isEnded: true },
      { ...startOf(0), first: { startedAt: null, digest: digest('x') } },
      { ...startOf(0), isOrdered: false, mark },
      { ...startOf(0), gap: { pages: 99, next: { number: 99, token: vendorToken() } } },
      deepPosition(vendorToken()),
      deepPosition(null),
      deepPosition('no base64!'),
      { ...deepPosition(null), arePagesFull: false },
      { ...deepPosition(null), isOrdered: false, mark, place: guess, gap: { pages: 2, next: guess } },
    ];
    const read = openCursor(sealer, 'jobs', cursorOf(positions));
    expect(read.frame.window).toEqual(window);
    expect(read.frame.lookbacks).toEqual(lookbacks);
    const starts = positions.map(() => startOf(0));
    const back = unpackPositions(read, print, starts);
    expect(back.map(createPositionPacker())).toEqual(positions.map(createPositionPacker()));
    for (const [index, position] of positions.entries()) {
      expect(back[index]).toMatchObject({ place: position.place, offset: position.offset, gap: position.gap, mark: position.mark, isOrdered: position.isOrdered, arePagesFull: position.arePagesFull, isEnded: position.isEnded, seen: position.seen });
      expect(back[index]?.first?.digest).toBe(position.first?.digest);
    }
    expect(back[7]?.last).toEqual({ startedAt: 1_794_000_123_000, digest: digest('IB20261124033814226090') });
  });

  test('is the same for the same place, and another for another request', () => {
    const positions = [deepPosition(vendorToken())];
    expect(cursorOf(positions)).toBe(cursorOf(positions));
    expect(cursorOf(positions, 'other')).not.toBe(cursorOf(positions));
    expect(() => openCursor(sealer, 'other', cursorOf(positions))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'after' }));
  });

  test('is under 2 KB for four products with tokens of the vendor, deep in the list', () => {
    const positions = [deepPosition(vendorToken()), deepPosition(vendorToken()), deepPosition(vendorToken()), deepPosition(null), deepPosition(null)];
    expect(cursorOf(positions).length).toBeLessThan(2048);
  });

  test('gives up tokens before it is longer than 4,096 characters, the numbers stay', () => {
    const positions = Array.from({ length: 60 }, () => deepPosition(vendorToken()));
    const cursor = cursorOf(positions);
    expect(cursor.length).toBeLessThanOrEqual(MAX_CURSOR_LENGTH);
    const back = unpackPositions(openCursor(sealer, 'jobs', cursor), print, positions.map(() => startOf(0)));
    expect(back.map(({ place }) => place)).toEqual(positions.map(() => ({ number: 4711, token: null })));
  });

  test.each([
    ['in gaps', (place: Place) => ({ gap: { pages: 99, next: { ...place, number: place.number + 100 } } })],
    ['in lists that were sorted and have grown', () => ({ mark: { startedAt: 1_794_000_123_000, key: 'IB20261124033814226090' } })],
  ])('is no longer than that for sixty streams %s', (_title, changes) => {
    const positions = Array.from({ length: 60 }, () => {
      const position = deepPosition(vendorToken());
      return { ...position, ...changes(position.place) };
    });
    expect(cursorOf(positions).length).toBeLessThanOrEqual(MAX_CURSOR_LENGTH);
  });

  test('opens under every key of the ring, and under no key that has left it', () => {
    const [older, newer] = [randomBytes(32), randomBytes(32)];
    const content = Buffer.from('content');
    const cursor = createCursorSealer([older]).sealFor('jobs')([content])[0] as string;
    expect(createCursorSealer([newer, older]).open(cursor, 'jobs')).toEqual(content);
    expect(createCursorSealer([newer]).open(cursor, 'jobs')).toBeNull();
  });

  test.each([0, 1, 15, 16, 17, 100, 3055])('is HMAC-SHA-256 of context and content, and AES-256 in counter mode from there: %i bytes', (length) => {
    const content = randomBytes(length);
    const sealed = Buffer.from(sealer.sealFor('jobs')([content])[0] as string, 'base64url');
    const [version, tag, hidden] = [sealed[0], sealed.subarray(1, 17), sealed.subarray(17)];
    const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `avepoint-jobs-graphql cursor 4 ${purpose}`, 32));
    const first = Buffer.from(tag);
    first[15] = 0;
    expect(version).toBe(4);
    expect(createHmac('sha256', derive('tag')).update(createHash('sha256').update('jobs').digest()).update(content).digest().subarray(0, 16)).toEqual(tag);
    expect(createDecipheriv('aes-256-ctr', derive('encryption'), first).update(hidden)).toEqual(content);
  });

  test('names no other streams than it was made for', () => {
    const read = openCursor(sealer, 'jobs', cursorOf([startOf(0)]));
    expect(() => unpackPositions(read, fingerprint([{ key: 'a' }]), [startOf(0)])).toThrow(expect.objectContaining({ argument: 'after' }));
  });

  test('that was altered in any way is refused: 20,000 of them', () => {
    const cursor = cursorOf([deepPosition(vendorToken()), deepPosition(null)]);
    const place = fc.nat(cursor.length - 1);
    const altered = fc.oneof(
      fc.tuple(place, fc.base64String({ minLength: 1, maxLength: 4 })).map(([at, text]) => cursor.slice(0, at) + text + cursor.slice(at + 1)),
      fc.tuple(place, fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })).map(([at, text]) => cursor.slice(0, at) + text + cursor.slice(at)),
      place.map((length) => cursor.slice(0, length)),
      place.map((length) => cursor.slice(length + 1)),
      fc.constantFrom('=', '==', ' ', '\n', '%3D', '.').map((text) => cursor + text),
      fc.constant(Buffer.from(cursor, 'base64url').toString('base64')),
      fc.base64String({ maxLength: 600 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    );
    fc.assert(
      fc.property(altered, (text) => text === cursor || sealer.open(text, 'jobs') === null),
      { numRuns: 20_000 },
    );
  });
});
