import { expect } from 'vitest';

import type { ProductSwitches } from '../../simulator/index.js';
import type { Seat } from './index.js';
import type { SeatedWorlds } from './seated-worlds.js';
import { expectSameJobs, expectUntroubled, walk } from './walk.js';

/** All rows get the same from the switches: each must come through, without a failure, and all show the same at every path. */
export async function readAlike<Path extends string>(
  worlds: SeatedWorlds,
  seat: Seat,
  switches: Partial<ProductSwitches>,
  ...paths: readonly Path[]
): Promise<Record<Path | 'warnings', unknown>> {
  worlds.set(seat, switches);
  const walked = await walk(worlds.of(seat), seat, { first: 200 });
  expectUntroubled(walked);
  expectSameJobs(walked.jobs, worlds.truthOf(seat));
  const shown = paths.map((path) => {
    const all = walked.jobs.map((job) => valueAt(job, path));
    expect(new Set(all.map((value) => JSON.stringify(value))).size, `one ${path} for all`).toBe(1);
    return [path, all[0]] as const;
  });
  return Object.fromEntries<unknown>([...shown, ['warnings', walked.warnings]]) as Record<Path | 'warnings', unknown>;
}

function valueAt(value: unknown, path: string): unknown {
  const [name, ...rest] = path.split('.');
  if (name === undefined || name === '' || value === null || value === undefined) return value;
  return valueAt((value as Readonly<Record<string, unknown>>)[name], rest.join('.'));
}
