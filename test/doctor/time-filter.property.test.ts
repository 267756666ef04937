import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Asker } from '../../src/doctor/asker.js';
import { checkTimeFilter } from '../../src/doctor/time-filter.js';
import type { Source } from '../../src/sources/source.js';
import type { JobRow } from '../../src/planning/match.js';
import { products } from '../../src/products/index.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BASE = Date.UTC(2026, 4, 10);

interface Job {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

interface Meaning {
  readonly kind: 'start' | 'finish' | 'overlap' | 'within' | 'ignored' | 'nothing';
  readonly takesLastDay: boolean;
  readonly zoneHours: number;
  readonly endsCount: boolean;
}

/** An upstream that understands a window in its own way, with whatever jobs. */
function upstreamOf(jobs: readonly Job[], { kind, takesLastDay, zoneHours, endsCount }: Meaning): Asker {
  return {
    async page({ from, to }, { number }, pageSize) {
      const low = (from ?? 0) - zoneHours * HOUR_MS;
      const high = to - zoneHours * HOUR_MS + (takesLastDay ? DAY_MS : 0) + (endsCount ? 1 : 0);
      const isIn = (at: number): boolean => at >= low && at < high;
      const passes = ({ startedAt, finishedAt }: Job): boolean => {
        const end = finishedAt ?? Number.POSITIVE_INFINITY;
        return { start: isIn(startedAt), finish: isIn(end), overlap: startedAt < high && end >= low, within: isIn(startedAt) && isIn(end), ignored: true, nothing: false }[kind];
      };
      const rows = jobs.filter(passes);
      const page = rows.slice(number * pageSize, (number + 1) * pageSize) as unknown as JobRow[];
      return { rows: page, received: page.length, total: rows.length, next: { kind: 'none' }, warnings: [] };
    },
  };
}

function sourceOf(product: 'SALESFORCE' | 'IAAS_PAAS'): Source {
  return { endpoint: products[product].endpoints[0], timeFilter: 'unknown', node: { product } } as unknown as Source;
}

const jobs = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    startedAt: fc.integer({ min: 0, max: 20 * 86_400 }).map((seconds) => BASE + seconds * 1000),
    minutes: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 4000 }), fc.constant(null)),
  }),
  { minLength: 0, maxLength: 60, selector: ({ id }) => id },
).map((list) => list.map(({ id, startedAt, minutes }): Job => ({ id, startedAt, finishedAt: minutes === null ? null : startedAt + minutes * 60_000 })));

const kind = fc.constantFrom('start', 'finish', 'overlap', 'within', 'ignored', 'nothing');

async function settingOf(product: 'SALESFORCE' | 'IAAS_PAAS', list: readonly Job[], meaning: Meaning, pageSize: number): Promise<string | undefined> {
  const finding = await checkTimeFilter(sourceOf(product), upstreamOf(list, meaning), list as unknown as JobRow[], pageSize);
  return finding.setting;
}

test('by dates: what it says is so, whatever a date means to the upstream; else it says nothing', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(jobs, kind, fc.boolean(), fc.constantFrom(0, 0, 8, -5, 5.5, 5.75), fc.boolean(), fc.constantFrom(3, 1000), async (list, kindOf, takesLastDay, zoneHours, endsCount, pageSize) => {
      const setting = await settingOf('SALESFORCE', list, { kind: kindOf, takesLastDay, zoneHours, endsCount }, pageSize);
      if (setting !== undefined) told += 1;
      expect([undefined, `AVEPOINT_SALESFORCE_TIME_FILTER=${kindOf}`]).toContain(setting);
    }),
    { numRuns: 400 },
  );
  expect(told).toBeGreaterThan(40);
});

test('by dates of a zone half an hour off: the finish is not what they apply to', async () => {
  const list = [
    { id: 'a', startedAt: Date.UTC(2026, 4, 19, 17, 34), finishedAt: Date.UTC(2026, 4, 19, 18, 2) },
    { id: 'b', startedAt: Date.UTC(2026, 4, 20, 18, 30), finishedAt: Date.UTC(2026, 4, 22) },
  ];
  expect(await settingOf('SALESFORCE', list, { kind: 'overlap', takesLastDay: false, zoneHours: 5.5, endsCount: false }, 3)).toBeUndefined();
});

test('by instants: the same', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(jobs, kind, fc.boolean(), fc.constantFrom(3, 1000), async (list, kindOf, endsCount, pageSize) => {
      const setting = await settingOf('IAAS_PAAS', list, { kind: kindOf, takesLastDay: false, zoneHours: 0, endsCount }, pageSize);
      if (setting !== undefined) told += 1;
      expect([undefined, `AVEPOINT_IAAS_PAAS_TIME_FILTER=${kindOf}`]).toContain(setting);
    }),
    { numRuns: 400 },
  );
  expect(told).toBeGreaterThan(100);
});
