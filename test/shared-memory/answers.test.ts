import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { createAnswers, type Answers, type AnswerReading, type GivenAnswer, type Reader } from '../../src/shared-memory/answers.js';
import { createStore, type Store } from '../../src/shared-memory/store.js';
import { createVault } from '../../src/shared-memory/vault.js';
import { hasStore, startStore, type TestStore } from '../support/store.js';

const TTL_MS = 60_000;
const key = randomBytes(32);
const PARTS = ['https://graph.example.com', 'client', 'page 1'];
const jobs = '{"data":[{"jobId":"Ä job of 🏢"}]}';

interface Replica {
  readonly store: Store;
  readonly answers: Answers;
  /** What a read brings: the upstream's text, or what another replica was given. */
  read(changes?: Partial<AnswerReading<string>> & { readonly upstream?: Upstream; readonly name?: string }): Promise<string>;
  readonly given: GivenAnswer[];
  readonly readers: (Reader | undefined)[];
  asked: number;
}

/** Gives the text of an answer; fails where it throws. */
type Upstream = () => Promise<string>;

describe.skipIf(!hasStore)('answers that replicas share', () => {
  let behind: TestStore;
  const replicas: Replica[] = [];
  let one: Replica;
  let other: Replica;
  beforeAll(async () => {
    behind = await startStore();
  });
  afterAll(() => behind.close());
  beforeEach(async () => {
    [one, other] = [await start(), await start()];
  });
  afterEach(async () => {
    behind.meet({ kind: 'none' });
    await Promise.all(replicas.splice(0).map(({ store }) => store.close()));
    await behind.flush();
  });

  async function start({ ttlMs = TTL_MS, secret = key, clockMs = 0, patienceMs = 5000 } = {}): Promise<Replica> {
    const store = await createStore({ url: behind.url, patienceMs }, 'avepoint-jobs-graphql:probe', () => undefined);
    const wallClock = (): number => Date.now() + clockMs;
    const answers = createAnswers({ store, vault: createVault(secret) }, ttlMs, wallClock);
    const given: GivenAnswer[] = [];
    const readers: (Reader | undefined)[] = [];
    const replica: Replica = {
      ...{ store, answers, given, readers },
      asked: 0,
      read: ({ upstream = async () => jobs, name = answers.nameOf(PARTS), ...changes } = {}) =>
        answers.read(name, {
          patience: store.createPatience(),
          isFresh: false,
          signal: new AbortController().signal,
          async ask(reader) {
            replica.asked += 1;
            readers.push(reader);
            const text = await upstream();
            reader?.onPage({ answer: { status: 200, headers: { 'content-type': 'application/json', date: 'now' }, text }, observedAt: new Date(wallClock()), read: { answeredAt: performance.now() } });
            return text;
          },
          async open(answer) {
            given.push(answer);
            return answer.answer.text;
          },
          ...changes,
        }),
    };
    replicas.push(replica);
    return replica;
  }

  const pageName = (): string => one.answers.nameOf(PARTS);
  const isKept = (): Promise<unknown> => expect.poll(async () => (await behind.names()).includes(pageName())).toBe(true);
  async function change(to: (kept: Buffer) => Buffer): Promise<void> {
    const kept = (await behind.send('GET', pageName())) as Buffer;
    await behind.send('SET', pageName(), to(kept), 'KEEPTTL');
  }

  test('what one was answered the other is given, as it came', async () => {
    await one.read();
    await isKept();
    expect(await other.read()).toBe(jobs);
    expect([one.asked, other.asked]).toEqual([1, 0]);
    const [answer] = other.given;
    expect(answer?.answer).toEqual({ status: 200, headers: { 'content-type': 'application/json' }, text: jobs });
    expect(answer?.leftMs).toBeGreaterThan(TTL_MS - 5000);
    expect((answer?.leftMs ?? 0) + (answer?.ageMs ?? 0)).toBeLessThanOrEqual(TTL_MS);
  });

  test('equal reads at the same time are one, and all others wait for its answer', async () => {
    const third = await start();
    const slow = async (): Promise<string> => sleep(300, jobs);
    const texts = await Promise.all([one, other, third, one].map((replica) => replica.read({ upstream: slow })));
    expect(texts).toEqual([jobs, jobs, jobs, jobs]);
    expect(one.asked + other.asked + third.asked).toBe(1);
  });

  test('a reader that reads for long is waited for', async () => {
    const first = one.read({ upstream: async () => sleep(3500, jobs) });
    await expect.poll(() => one.asked).toBe(1);
    expect(await other.read()).toBe(jobs);
    await first;
    expect(other.asked).toBe(0);
  });

  test('a reader that gives no sign of life is waited for no longer than two seconds', async () => {
    await behind.send('SET', `${pageName()}:reader`, 'gone', 'PX', '2000');
    const beganAt = performance.now();
    const third = await start();
    await Promise.all([one.read({ upstream: async () => sleep(200, jobs) }), third.read({ upstream: async () => sleep(200, jobs) })]);
    expect(performance.now() - beganAt).toBeGreaterThan(1500);
    expect(one.asked + third.asked).toBe(1);
  });

  test.each([
    ['stays for ever', ['SET', 'nobody']],
    ['stays for too long', ['SET', 'nobody', 'PX', '600000']],
    ['is of another type', ['LPUSH', 'nobody']],
  ])('what is in the place of a reader and %s is none', async (_, [command = '', ...rest]) => {
    await behind.send(command, `${pageName()}:reader`, ...rest);
    await one.read();
    await isKept();
    expect(one.asked).toBe(1);
  });

  test("a reader's failure is its own: whoever waited asks", async () => {
    const failing = one.read({
      upstream: async () => {
        await sleep(100);
        throw new Error('down');
      },
    });
    await expect.poll(() => one.asked).toBe(1);
    const waiting = other.read();
    await expect(failing).rejects.toThrow('down');
    expect(await waiting).toBe(jobs);
    expect(other.asked).toBe(1);
    expect(await one.read()).toBe(jobs);
    expect(one.asked).toBe(1);
  });

  test('a reader whose place was taken meanwhile keeps nothing', async () => {
    const late = one.read({ upstream: async () => sleep(300, 'late') });
    await expect.poll(() => one.asked).toBe(1);
    await behind.send('DEL', `${pageName()}:reader`);
    await other.read({ upstream: async () => sleep(500, jobs) });
    expect(await late).toBe('late');
    await isKept();
    expect(await (await start()).read()).toBe(jobs);
  });

  test('whoever has to read from now on is given nothing, waits for nobody, and what it reads takes the place of what was there', async () => {
    await one.read({ upstream: async () => 'old' });
    await isKept();
    expect(await other.read({ isFresh: true })).toBe(jobs);
    await expect.poll(() => one.read()).toBe(jobs);
    const slow = one.read({ isFresh: true, upstream: async () => sleep(500, 'newer') });
    await expect.poll(() => one.asked).toBe(2);
    expect(await other.read({ isFresh: true })).toBe(jobs);
    await slow;
  });

  test('a read that nobody waits for any more lets go of it', async () => {
    const controller = new AbortController();
    await behind.send('SET', `${pageName()}:reader`, 'another', 'PX', '2000');
    const waiting = one.read({ signal: controller.signal, upstream: async () => Promise.reject(new Error('left')) });
    controller.abort();
    await expect(waiting).rejects.toThrow('left');
    expect(one.readers).toEqual([undefined]);
  });

  describe('is absent', () => {
    beforeEach(async () => {
      await one.read();
      await isKept();
    });
    const tampered = (at: (kept: Buffer) => number) => (kept: Buffer) => {
      const changed = Buffer.from(kept);
      const place = at(changed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      return changed;
    };

    test.each<readonly [what: string, to: (kept: Buffer) => Buffer]>([
      ['empty', () => Buffer.alloc(0)],
      ['garbage', () => randomBytes(500)],
      ['cut short', (kept) => kept.subarray(0, -1)],
      ['without its number', (kept) => kept.subarray(kept.indexOf(' '))],
      ['of a number before it was asked for', (kept) => Buffer.concat([Buffer.from('0'), kept.subarray(kept.indexOf(' '))])],
      ['changed at its end', tampered((kept) => kept.length - 1)],
      ['changed at its beginning', tampered((kept) => kept.indexOf(' ') + 1)],
    ])('what is %s', async (_, to) => {
      await change(to);
      expect(await other.read({ upstream: async () => 'anew' })).toBe('anew');
      await expect.poll(() => one.read()).toBe('anew');
    });

    test('what stays for ever, or for longer than it may', async () => {
      await behind.send('PERSIST', pageName());
      expect(await other.read()).toBe(jobs);
      expect(other.asked).toBe(1);
      await isKept();
      await behind.send('PEXPIRE', pageName(), String(2 * TTL_MS));
      await other.read();
      expect([other.asked, other.given]).toEqual([2, []]);
    });

    test('what is of another type', async () => {
      await behind.send('DEL', pageName());
      await behind.send('LPUSH', pageName(), 'a list');
      await other.read();
      await isKept();
      expect(other.asked).toBe(1);
      expect(await one.read()).toBe(jobs);
    });

    test('what was sealed with another key, or for another name', async () => {
      const stranger = await start({ secret: randomBytes(32) });
      await stranger.read({ name: pageName(), upstream: async () => 'a strange text' });
      expect([stranger.asked, stranger.given]).toEqual([1, []]);
      await expect.poll(() => other.read({ upstream: async () => 'anew' })).toBe('anew');
      const [elsewhere] = [one.answers.nameOf([...PARTS, 'x'])];
      await behind.send('COPY', pageName(), elsewhere);
      await other.read({ name: elsewhere });
      expect(other.given).toEqual([]);
    });

    test('what was kept for replicas that keep answers for another time', async () => {
      const brief = await start({ ttlMs: 1000 });
      await brief.read();
      expect([brief.asked, brief.given]).toEqual([1, []]);
    });

    test.each([TTL_MS + 15_000, -15_000])('what is older than it can be, or of the future, by clocks that are %i ms apart', async (clockMs) => {
      const far = await start({ clockMs });
      await far.read();
      expect([far.asked, far.given]).toEqual([1, []]);
    });
  });

  test.each([5000, -5000])('clocks may be %i ms apart', async (clockMs) => {
    await one.read();
    await isKept();
    const apart = await start({ clockMs });
    await apart.read();
    expect([apart.asked, apart.given.length]).toEqual([0, 1]);
  });

  test('no answer becomes older than it may, however long it took and whoever keeps it', async () => {
    const ttlMs = 1500;
    const [brief, another] = [await start({ ttlMs }), await start({ ttlMs })];
    let answeredAt = 0;
    await brief.read({
      async upstream() {
        await sleep(800);
        answeredAt = performance.now();
        return jobs;
      },
    });
    while (another.asked === 0) {
      const lookedAt = performance.now();
      await another.read();
      const last = another.given.at(-1);
      if (another.asked > 0 || last === undefined) break;
      expect(lookedAt - answeredAt).toBeLessThan(ttlMs);
      expect(last.leftMs).toBeLessThanOrEqual(ttlMs - (lookedAt - answeredAt));
      await sleep(50);
    }
    expect(another.given.length).toBeGreaterThan(5);
  });

  describe('the order of answers', () => {
    const second = (replica: Replica): Promise<string> => replica.read({ name: replica.answers.nameOf([...PARTS, 'second']) });
    const orders = async (): Promise<{ asked: number; answered: number }[]> => {
      const third = await start();
      await third.read();
      await second(third);
      expect(third.asked).toBe(0);
      return third.given.map(({ order }) => order);
    };

    test.each([0, 5000, -5000])('one that was asked for after another had come is behind it, with clocks %i ms apart', async (clockMs) => {
      const apart = await start({ clockMs });
      await one.read();
      await isKept();
      await second(apart);
      const [first, behindIt] = await orders();
      expect(behindIt?.asked).toBeGreaterThanOrEqual(first?.answered ?? Infinity);
      expect(one.readers[0]?.order).toEqual(first);
    });

    test('also by one and the same replica, without waiting', async () => {
      await one.read();
      await second(one);
      await isKept();
      const [first, behindIt] = await orders();
      expect(behindIt?.asked).toBeGreaterThanOrEqual(first?.answered ?? Infinity);
    });

    test('one that was asked for before another had come is not', async () => {
      const slow = other.read({ name: other.answers.nameOf([...PARTS, 'second']), upstream: async () => sleep(300, jobs) });
      await expect.poll(() => other.asked).toBe(1);
      await one.read();
      await slow;
      const [first, before] = await orders();
      expect(before?.asked).toBeLessThan(first?.answered ?? -Infinity);
    });

    test('no number comes again after the store has forgotten, or holds something else for it', async () => {
      const numbers: number[] = [];
      for (const trouble of [null, 'flush', 'text', 'list', 'huge'] as const) {
        const order = one.answers.nameOf(PARTS).replace(/:page:.*/, ':order:');
        const [name = ''] = (await behind.names()).filter((known) => known.startsWith(order));
        if (trouble !== null && trouble !== 'flush') await behind.send('DEL', name);
        if (trouble === 'flush') await behind.flush();
        if (trouble === 'text') await behind.send('SET', name, 'nan');
        if (trouble === 'list') await behind.send('LPUSH', name, '1');
        if (trouble === 'huge') await behind.send('SET', name, '1e300');
        await one.read({ isFresh: true });
        await expect.poll(() => one.readers.at(-1)?.order.answered).not.toBe(Infinity);
        numbers.push(one.readers.at(-1)?.order.answered ?? Number.NaN);
      }
      expect(numbers.every(Number.isSafeInteger)).toBe(true);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    });
  });

  describe('a store in trouble', () => {
    test.each([{ kind: 'silent' }, { kind: 'slow', milliseconds: 300 }, { kind: 'closing' }] as const)('that is $kind: the upstream is asked', async (trouble) => {
      const brief = await start({ patienceMs: 100 });
      await one.read();
      await isKept();
      behind.meet(trouble);
      if (trouble.kind === 'closing') behind.cut();
      expect(await brief.read({ upstream: async () => 'anew' })).toBe('anew');
      expect(brief.asked).toBe(1);
    });

    test('one whose answer comes too late holds nobody up with a reader that does not read', async () => {
      const brief = await start({ patienceMs: 30 });
      behind.meet({ kind: 'slow', milliseconds: 100 });
      expect(await brief.read()).toBe(jobs);
      expect(brief.readers).toEqual([undefined]);
      behind.meet({ kind: 'none' });
      await expect.poll(() => behind.names()).not.toContain(`${pageName()}:reader`);
    });

    test('one that goes away while another replica reads: whoever waited asks', async () => {
      await behind.send('SET', `${pageName()}:reader`, 'another', 'PX', '2000');
      const brief = await start({ patienceMs: 200 });
      const waiting = brief.read();
      behind.meet({ kind: 'closing' });
      behind.cut();
      expect(await waiting).toBe(jobs);
      expect(brief.readers).toEqual([undefined]);
    });

    test('one that has forgotten its scripts, and all it held, is used on', async () => {
      await one.read();
      await isKept();
      await behind.send('SCRIPT', 'FLUSH');
      await behind.flush();
      await one.read();
      await isKept();
      expect(await other.read()).toBe(jobs);
      expect([one.asked, other.asked]).toEqual([2, 0]);
    });

    test('one that is full gives what it has, and takes nothing', async () => {
      const full = await startStore(['--maxmemory-policy', 'noeviction']);
      const store = await createStore({ url: full.url, patienceMs: 5000 }, 'avepoint-jobs-graphql:probe', () => undefined);
      try {
        const answers = createAnswers({ store, vault: createVault(key) }, TTL_MS);
        let asked = 0;
        const read = (name: string): Promise<string> =>
          answers.read(name, {
            patience: store.createPatience(),
            isFresh: false,
            signal: new AbortController().signal,
            async ask(reader) {
              asked += 1;
              reader?.onPage({ answer: { status: 200, headers: {}, text: jobs }, observedAt: new Date(), read: { answeredAt: performance.now() } });
              return jobs;
            },
            open: async ({ answer }) => answer.text,
          });
        await read('avepoint-jobs-graphql:a');
        await expect.poll(() => full.names()).toContain('avepoint-jobs-graphql:a');
        await full.send('CONFIG', 'SET', 'maxmemory', '1');
        expect(await read('avepoint-jobs-graphql:a')).toBe(jobs);
        expect(asked).toBe(1);
        expect(await read('avepoint-jobs-graphql:b')).toBe(jobs);
        expect(await read('avepoint-jobs-graphql:b')).toBe(jobs);
        expect(asked).toBe(3);
      } finally {
        await store.close();
        await full.close();
      }
    });
  });
});
