import { readFileSync } from 'node:fs';

import type { Seat } from './index.js';

export type Row = Readonly<Record<string, unknown>>;

/** A row as documented, names in camel case: that of the vendor's sample, put right where the sample and the table disagree. */
export function sampleRow({ sample: { file, renamed = {}, more = {} } }: Seat): Row {
  const text = readFileSync(new URL(`../fixtures/${file}.json`, import.meta.url), 'utf8');
  const page = JSON.parse(text) as { jobs?: Row[]; data?: Row[] | { jobs: Row[] } };
  const [row] = page.jobs ?? (Array.isArray(page.data) ? page.data : page.data?.jobs) ?? [];
  if (row === undefined) throw new Error(`${file} has no row.`);
  return { ...Object.fromEntries(Object.entries(row).map(([name, value]) => [renamed[name] ?? name, value])), ...more };
}
