import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { connectionsFor, createGates } from '../../src/upstream/gates.js';
import { createPace } from '../../src/upstream/pace.js';
import type { Visit } from '../../src/upstream/turnstile.js';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const forever = new Promise<never>(() => undefined);
const visit = (lane: string): Visit => ({ lane, caller: 'anyone', signal: new AbortController().signal });
const ORIGIN = 'https://graph-we.avepointonlineservices.com';

function openFor(sources: number) {
  const gates = createGates(createPace(Infinity));
  gates.open(Array.from({ length: sources }, () => ORIGIN));
  return gates;
}

describe('T4: connections of a host', () => {
  test.each([
    [1, 8],
    [8, 8],
    [9, 9],
    [16, 9],
    [17, 10],
    [80, 17],
    [456, 64],
    [800, 64],
  ])('with %i sources there are %i', (sources, connections) => {
    expect(connectionsFor(sources)).toBe(connections);
    expect(openFor(sources).of(ORIGIN).connections).toBe(connections);
  });

  test('one of more than eight sources holds a quarter at most, and no number of busy ones keeps out all that have none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 9, max: 600 }), fc.integer({ min: 1, max: 12 }), async (sources, busy) => {
        const { connections, turnstile } = openFor(sources).of(ORIGIN);
        const held = new Map<string, number>();
        for (let index = 0; index < busy * 40; index += 1) {
          const lane = `busy ${index % busy}`;
          void turnstile.pass(visit(lane), () => (held.set(lane, (held.get(lane) ?? 0) + 1), forever));
        }
        await tick();
        for (const count of held.values()) expect(count).toBeLessThanOrEqual(connections / 4);
        const total = [...held.values()].reduce((sum, count) => sum + count, 0);
        expect(total).toBeLessThanOrEqual(Math.max(busy, Math.ceil(connections / 2)));
        if (busy < connections) expect(await turnstile.pass(visit('quiet'), async () => 'in')).toBe('in');
      }),
      { numRuns: 60 },
    );
  });

  test('hosts have gates of their own, which widen with their sources and stay where nothing changes', () => {
    const gates = openFor(4);
    const before = gates.of(ORIGIN);
    gates.open([...Array.from({ length: 4 }, () => ORIGIN), 'https://graph-us.avepointonlineservices.com']);
    expect(gates.of(ORIGIN)).toBe(before);
    expect(gates.of('https://graph-us.avepointonlineservices.com')).not.toBe(before);
    gates.open(Array.from({ length: 40 }, () => ORIGIN));
    expect(gates.of(ORIGIN).connections).toBe(12);
  });
});
