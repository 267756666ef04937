import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { build } from '../support/built-server.js';
import { withBuilt } from '../support/built-world.js';
import { METRICS, readSamples, scrape, SHARING_WITH_NOBODY } from './scrape.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string };
}

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
const rules = [...page.matchAll(/^```yaml\n(groups:\n.*?)^```$/gms)].flatMap(([, block = '']) => (parse(block) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules));

/** Labels and their values by metric, of a server that has been asked once. */
const told = new Map<string, Map<string, Set<string>>>();

beforeAll(build, 120_000);
beforeAll(() =>
  withBuilt({ environment: { ...METRICS, METRICS_WORKLOADS: '1', ...SHARING_WITH_NOBODY } }, async (world) => {
    await world.query('{ jobs(first: 5) { nodes { id } } }');
    for (const { name, labels } of readSamples((await scrape(world)).text)) {
      const values = told.get(name) ?? new Map<string, Set<string>>();
      told.set(name, values);
      for (const [label, value] of Object.entries(labels)) values.set(label, (values.get(label) ?? new Set()).add(value));
    }
  }),
);

test('those of the page have names of their own', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  expect(rules.length).toBeGreaterThanOrEqual(10);
});

describe.each(rules)('$alert', ({ expr, annotations: { summary } }) => {
  const metrics = expr.match(/\b(?:avepoint_jobs|backup)_\w+/g) ?? [];

  test('asks for metrics that there are', () => {
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !told.has(name))).toEqual([]);
  });

  test('asks for labels and values that there are', () => {
    for (const [, name = '', matchers = ''] of expr.matchAll(/(\w+)\{([^}]*)\}/g)) {
      for (const [, label = '', operator = '', value = ''] of matchers.matchAll(/(\w+)(=~|!=|=)"([^"]*)"/g)) {
        const values = told.get(name)?.get(label) ?? new Set();
        for (const one of operator === '=~' ? value.split('|') : [value]) expect([name, label, [...values]]).toEqual([name, label, expect.arrayContaining([one])]);
      }
    }
    const grouped = [...expr.matchAll(/\b(?:by|on) \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(', '));
    for (const label of grouped) expect(metrics.some((name) => told.get(name)?.has(label))).toBe(true);
  });

  test('says nothing of labels that its aggregation drops', () => {
    const [, kept] = /\bby \(([^)]*)\)/.exec(expr) ?? [];
    for (const [, label = ''] of summary.matchAll(/\$labels\.(\w+)/g)) expect(kept?.split(', ')).toContain(label);
  });
});
