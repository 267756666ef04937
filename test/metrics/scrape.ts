import { expect } from 'vitest';

import type { BuiltWorld } from '../support/built-world.js';

/** Settings of a server that tells metrics somewhere. */
export const METRICS = { METRICS_PORT: '0' };

/** Settings of one that shares with other replicas, in a store that is not there. */
export const SHARING_WITH_NOBODY = { SHARED_MEMORY_URL: 'redis://127.0.0.1:9', CURSOR_KEYS: Buffer.alloc(32, 7).toString('base64') };

export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Scrape {
  readonly text: string;
  /** Those of a metric. */
  samplesOf(name: string): readonly Sample[];
  /** The sum of a metric's samples whose labels are these among others; null where there is none. */
  valueOf(name: string, labels?: Readonly<Record<string, string>>): number | null;
}

/** Where a server says that it tells its metrics. */
export function addressOf({ server }: Pick<BuiltWorld, 'server'>): string | null {
  const lines = server.log.map((line) => JSON.parse(line) as { msg?: string; metricsAddress?: string });
  return lines.find(({ msg }) => msg === 'ready')?.metricsAddress ?? null;
}

/** As Prometheus does it. */
export async function scrape(world: Pick<BuiltWorld, 'server'>, headers: Readonly<Record<string, string>> = {}): Promise<Scrape> {
  const response = await fetch(addressOf(world) ?? '', { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  const samples = readSamples(text);
  const samplesOf = (name: string): Sample[] => samples.filter((sample) => sample.name === name);
  return {
    text,
    samplesOf,
    valueOf(name, labels = {}) {
      const values = samplesOf(name)
        .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
        .map(({ value }) => value);
      return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
    },
  };
}

export function readSamples(text: string): readonly Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, label = '', text = '']) => [label, text])), value: Number(value) };
    });
}
