import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { BudgetSpentError } from '../../src/errors.js';
import { createDeparture } from '../../src/loaders/departure.js';
import { createPageMemory, type MemoryReading } from '../../src/loaders/page-memory.js';
import { products } from '../../src/products/index.js';
import { decodeAnswer, type DecodedFrom, type SizedPage } from '../../src/sources/decode-answer.js';

const sized: SizedPage = { page: { rows: [], received: 0, total: 0, next: { kind: 'none' }, warnings: [] }, bytes: 100 };

function decodedPage(): SizedPage {
  const [endpoint] = products.SALESFORCE.endpoints;
  const text = JSON.stringify({ statusCode: 200, data: { totalCount: 1, jobs: [{ jobId: 'AI1', type: 1, status: 2 }], nextLink: '' } });
  return decodeAnswer({
    asked: { parameters: {}, decode: endpoint.decode },
    answered: { answer: { status: 200, headers: {}, text }, observedAt: new Date(), read: { askedAt: 1, answeredAt: 2 } },
    subject: { node: { id: 'default/us/salesforce' }, link: { url: new URL('http://localhost/jobs'), tokenParameter: null, numberParameter: 'pageIndex' } },
  } as unknown as DecodedFrom);
}

interface Upstream {
  reads: number;
  aborted: boolean;
  reading(signal?: AbortSignal): MemoryReading & { hits: number };
  finish(page?: SizedPage | Error): void;
}

function createUpstream(): Upstream {
  const waiting: { resolve(page: SizedPage): void; reject(error: Error): void }[] = [];
  const upstream: Upstream = {
    reads: 0,
    aborted: false,
    reading: (signal = new AbortController().signal) => {
      const reading = {
        room: 'whole' as const,
        hits: 0,
        departure: () => createDeparture(signal),
        check: () => undefined,
        start(shared: AbortSignal) {
          upstream.reads += 1;
          shared.addEventListener('abort', () => void (upstream.aborted = true));
          return new Promise<SizedPage>((resolve, reject) => waiting.push({ resolve, reject }));
        },
        onHit: () => void (reading.hits += 1),
      };
      return reading;
    },
    finish(page = sized) {
      for (const { resolve, reject } of waiting.splice(0)) {
        if (page instanceof Error) reject(page);
        else resolve(page);
      }
    },
  };
  return upstream;
}

describe('the page memory', () => {
  test('answers equal reads under way with one, and later ones from memory', async () => {
    const memory = createPageMemory({ ttlMs: 1000, maxBytes: 1_000_000 });
    const upstream = createUpstream();
    const [first, second, third] = [upstream.reading(), upstream.reading(), upstream.reading()];
    const pages = [memory.read('a', first), memory.read('a', second)];
    upstream.finish();
    await Promise.all(pages);
    await memory.read('a', third);
    expect([upstream.reads, first.hits, second.hits, third.hits]).toEqual([1, 0, 1, 1]);
  });

  test('reads a page again whose text has made room for that of another', async () => {
    const memory = createPageMemory({ ttlMs: 1000, maxBytes: 10_500 });
    const upstream = createUpstream();
    // Room for 1,500 characters.
    const from = { answered: { answer: { text: 'x'.repeat(1000) } }, subject: { node: { id: 'default/us/salesforce' } } } as unknown as DecodedFrom;
    for (const key of ['a', 'b']) {
      const page = memory.read(key, upstream.reading());
      upstream.finish({ ...sized, from });
      await page;
      memory.leave(key);
    }
    const again = memory.read('a', upstream.reading());
    upstream.finish();
    await again;
    expect(upstream.reads).toBe(3);
  });

  test('keeps the text of a list, however many pages are counted', async () => {
    const memory = createPageMemory({ ttlMs: 1000, maxBytes: 10_500 });
    const upstream = createUpstream();
    const from = { answered: { answer: { text: 'x'.repeat(700) } }, subject: { node: { id: 'default/us/salesforce' } } } as unknown as DecodedFrom;
    const listed = decodedPage();
    const read = async (key: string, room: 'whole' | 'half', page: SizedPage): Promise<void> => {
      const reading = memory.read(key, { ...upstream.reading(), room });
      upstream.finish(page);
      await reading;
      memory.leave(key);
    };
    await read('list', 'whole', listed);
    for (const key of ['a', 'b', 'c', 'd', 'e']) await read(key, 'half', { ...sized, from });
    expect(await memory.read('list', upstream.reading())).toEqual(listed.page);
    expect(upstream.reads).toBe(6);
  });

  test('keeps no failure', async () => {
    const memory = createPageMemory({ ttlMs: 1000, maxBytes: 1_000_000 });
    const upstream = createUpstream();
    const page = memory.read('a', upstream.reading());
    upstream.finish(new Error('down'));
    await expect(page).rejects.toThrow('down');
    const again = memory.read('a', upstream.reading());
    upstream.finish();
    await again;
    expect(upstream.reads).toBe(2);
  });

  test('forgets after its time, when told, and when it is full', async () => {
    const memory = createPageMemory({ ttlMs: 30, maxBytes: 2_000 });
    const upstream = createUpstream();
    const read = async (key: string): Promise<void> => {
      const page = memory.read(key, upstream.reading());
      upstream.finish();
      await page;
    };
    await read('a');
    memory.forget('a');
    await read('a');
    expect(upstream.reads).toBe(2);
    await sleep(60);
    await read('a');
    expect(upstream.reads).toBe(3);
    for (const key of ['b', 'c', 'd', 'e', 'a']) await read(key);
    expect(upstream.reads).toBe(8);
  });

  test('without room or time every read is a new one', async () => {
    for (const limits of [{ ttlMs: 0, maxBytes: 1_000_000 }, { ttlMs: 1000, maxBytes: 0 }]) {
      const memory = createPageMemory(limits);
      const upstream = createUpstream();
      for (let count = 1; count <= 2; count += 1) {
        const page = memory.read('a', upstream.reading());
        upstream.finish();
        await page;
        expect(upstream.reads).toBe(count);
      }
    }
  });

  test('stops a read when its last reader has left, not before', async () => {
    const memory = createPageMemory({ ttlMs: 1000, maxBytes: 1_000_000 });
    const upstream = createUpstream();
    const [one, other] = [new AbortController(), new AbortController()];
    const pages = [memory.read('a', upstream.reading(one.signal)), memory.read('a', upstream.reading(other.signal))];
    one.abort();
    expect(upstream.aborted).toBe(false);
    other.abort();
    expect(upstream.aborted).toBe(true);
    upstream.finish();
    // Who has left has no use for a page.
    for (const page of pages) await expect(page).rejects.toBeInstanceOf(BudgetSpentError);
    const next = memory.read('a', upstream.reading());
    upstream.finish();
    await next;
    expect(upstream.reads).toBe(2);
  });

  test('G4: readings fill at most half of it, and push out no page of a list', async () => {
    // A page takes 1,700 and twice its key.
    const memory = createPageMemory({ ttlMs: 10_000, maxBytes: 20_000 });
    const upstream = createUpstream();
    const read = async (key: string, room: 'whole' | 'half'): Promise<number> => {
      const before = upstream.reads;
      const page = memory.read(key, { ...upstream.reading(), room });
      upstream.finish();
      await page;
      return upstream.reads - before;
    };
    const lists = ['l1', 'l2', 'l3', 'l4', 'l5'];
    for (const key of lists) expect(await read(key, 'whole')).toBe(1);
    for (let index = 0; index < 40; index += 1) await read(`r${index}`, 'half');
    // The lists are all there, and of the readings the last five.
    const again = await Promise.all(lists.map((key) => read(key, 'whole')));
    expect(again).toEqual([0, 0, 0, 0, 0]);
    let kept = 0;
    for (let index = 39; index >= 30; index -= 1) kept += 1 - (await read(`r${index}`, 'half'));
    expect(kept).toBe(5);
  });

  test('G4: a page too large for half of it is read, and not kept', async () => {
    const memory = createPageMemory({ ttlMs: 10_000, maxBytes: 20_000 });
    const upstream = createUpstream();
    for (const [room, reads] of [['half', [1, 2]], ['whole', [3, 3]]] as const) {
      for (const expected of reads) {
        const page = memory.read('large', { ...upstream.reading(), room });
        upstream.finish({ ...sized, bytes: 2000 });
        await page;
        expect(upstream.reads).toBe(expected);
      }
    }
  });
});
