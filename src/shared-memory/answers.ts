import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Order } from '../paging/moments.js';
import { giveUp, goOn, keep, look, type Seen } from './answer-scripts.js';
import { openAnswer, sealAnswer, type Answer, type KeptAnswer } from './kept-answer.js';
import type { Patience } from './patience.js';
import type { Store } from './store.js';
import type { Vault } from './vault.js';

/** What upstreams answered, whichever replica asked; of equal reads at the same time one asks, and the others wait. */
export interface Answers {
  /** `parts`: all that tells a page from any other of any installation. */
  nameOf(parts: readonly string[]): string;
  read<T>(name: string, reading: AnswerReading<T>): Promise<T>;
}

export interface AnswerReading<T> {
  readonly patience: Patience;
  /** Whether it has to be asked for from now on. */
  readonly isFresh: boolean;
  readonly signal: AbortSignal;
  /** Asks the upstream; `reader` is absent where nobody else is to hear of it. */
  ask(reader?: Reader): Promise<T>;
  /** Makes something of what another replica was answered; null where that is not possible. */
  open(given: GivenAnswer): Promise<T | null>;
}

/** Who reads for all. */
export interface Reader {
  readonly order: Order;
  /** To be called with the answer, once it is known to be one. */
  onPage(answered: Answered): void;
}

export interface Answered {
  readonly answer: Answer;
  readonly observedAt: Date;
  /** On the monotonic clock. */
  readonly read: { readonly answeredAt: number };
}

export interface GivenAnswer extends KeptAnswer {
  readonly ageMs: number;
  /** How long it may be kept. */
  readonly leftMs: number;
}

const RENEW_MS = 700;
const LEAST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;
/** How much later than need be an answer may be noticed, as a part of the time that it took. */
const PAUSE_PART = 1 / 8;
/** By so much the wall clocks of replicas may differ. */
const CLOCKS_MS = 10_000;

/** `ttlMs`: how old an answer may become; replicas that keep answers for another time do not meet. */
export function createAnswers({ store, vault }: { readonly store: Store; readonly vault: Vault }, ttlMs: number, wallClock: () => number = Date.now): Answers {
  const process = randomUUID();
  const orderName = vault.nameOf('order', []);
  let reads = 0;

  /** Null for what is none of ours, or too old. */
  function openSeen(name: string, { kept, leftMs }: Extract<Seen, { kind: 'answer' }>, lookedAt: number): GivenAnswer | null {
    const left = leftMs - (performance.now() - lookedAt);
    if (left <= 0 || leftMs > ttlMs) return null;
    const answer = openAnswer(vault, name, kept);
    if (answer === null) return null;
    const age = wallClock() - answer.observedAt.getTime();
    return age < -CLOCKS_MS || age > ttlMs + CLOCKS_MS ? null : { ...answer, ageMs: ttlMs - left, leftMs: left };
  }

  async function readForAll<T>(keys: readonly string[], who: string, { asked, at }: Extract<Seen, { kind: 'reader' }>, ask: AnswerReading<T>['ask']): Promise<T> {
    const [name = '', reader = ''] = keys;
    const seenAt = performance.now();
    const order = { asked, answered: Number.POSITIVE_INFINITY };
    const renewal = setInterval(() => store.post(goOn, [reader], [who]), RENEW_MS).unref();
    let isKept = false;

    async function onPage({ answer, observedAt, read }: Answered): Promise<void> {
      isKept = true;
      const sealed = sealAnswer(vault, name, { answer, observedAt, order });
      const endsAt = at + Math.floor(read.answeredAt - seenAt) + ttlMs;
      order.answered = (await store.run(keep, keys, [who, sealed, endsAt, ttlMs], store.createPatience())) ?? Number.POSITIVE_INFINITY;
    }

    try {
      return await ask({ order, onPage: (answered) => void onPage(answered) });
    } finally {
      clearInterval(renewal);
      if (!isKept) store.post(giveUp, [reader], [who]);
    }
  }

  return {
    nameOf: (parts) => vault.nameOf('page', [ttlMs, ...parts]),
    async read(name, { patience, isFresh, signal, ask, open }) {
      const keys = [name, `${name}:reader`, orderName];
      const beganAt = performance.now();
      let isLeftOut = isFresh;
      while (!signal.aborted) {
        const who = `${process}:${(reads += 1)}`;
        const lookedAt = performance.now();
        const seen = await store.run(look, keys, [who, Number(isLeftOut)], patience);
        if (seen === null) {
          // It may become the reader yet.
          store.post(giveUp, keys.slice(1, 2), [who]);
          break;
        }
        if (seen.kind === 'full') break;
        if (seen.kind === 'reader') return readForAll(keys, who, seen, ask);
        if (seen.kind === 'answer') {
          const given = openSeen(name, seen, lookedAt);
          const opened = given === null ? null : await open(given);
          if (opened !== null) return opened;
          isLeftOut = true;
          continue;
        }
        if (isFresh) break;
        isLeftOut = false;
        await sleep(Math.min(Math.max(LEAST_PAUSE_MS, (performance.now() - beganAt) * PAUSE_PART), LONGEST_PAUSE_MS));
      }
      return ask();
    },
  };
}
