import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { SoakUpstream } from './stage.js';

/** What the process is asked, and what it answers; they carry the number of the question. */
export type UpstreamQuestion = { readonly number: number } & ({ readonly add: Parameters<SoakUpstream['add']> } | { readonly tally: true });
export interface UpstreamAnswer {
  readonly number: number;
  readonly value: unknown;
}

/** The simulator in a process of its own. */
export async function startUpstreamProcess(seed: number, jobsPerProduct: number, rate: number): Promise<SoakUpstream> {
  const child = fork(fileURLToPath(new URL('./upstream.js', import.meta.url)), [seed, jobsPerProduct, rate].map(String), { serialization: 'advanced' });
  const waiting = new Map<number, (value: unknown) => void>();
  let asked = 0;
  const started = new Promise<unknown>((resolve, reject) => {
    waiting.set(0, resolve);
    child.once('exit', (code) => reject(new Error(`The simulator ended with ${code}.`)));
  });
  child.on('message', ({ number, value }: UpstreamAnswer) => {
    waiting.get(number)?.(value);
    waiting.delete(number);
  });
  const { settings, jobs } = (await started) as Pick<SoakUpstream, 'settings' | 'jobs'>;

  function ask<T>(question: { readonly add: Parameters<SoakUpstream['add']> } | { readonly tally: true }): Promise<T> {
    asked += 1;
    const number = asked;
    return new Promise((resolve) => {
      waiting.set(number, resolve as (value: unknown) => void);
      child.send({ number, ...question });
    });
  }

  return {
    settings,
    jobs,
    add: (...add) => ask({ add }),
    tally: () => ask({ tally: true }),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}
