import { describe, expect, test } from 'vitest';

import { BadUserInputError } from '../../src/errors.js';
import { packMarks, unpackMarks } from '../../src/listing/watermark-cursor.js';
import { MAX_CONTENT_BYTES } from '../../src/paging/cursor.js';
import { unpackAll } from '../../src/paging/packing.js';
import type { SourcePlan } from '../../src/planning/plan.js';
import { resolveWindow } from '../../src/planning/window.js';
import type { Source } from '../../src/sources/source.js';
import { createWorld, DAY_MS, idsOf, NOW, walk, type Model, type ModelJob } from './model-world.js';

const STREAMS = 600;
const window = resolveWindow(null, NOW);
const frame = { window, lookbacks: [], uncarried: [], fingerprint: new Uint8Array(12) };
/** A stream each. */
const plans = Array.from({ length: STREAMS }, (_, rank) => ({ source: { id: `tenant-${rank}/us/salesforce` }, streams: [{}] })) as unknown as SourcePlan<Source>[];
const markOf = (rank: number, minutes: number, key: string = crypto.randomUUID()) => ({ startedAt: NOW - minutes * 60_000, rank, key });
const last = markOf(77, 1000);

/** The first of so many streams stand where they failed, each elsewhere. */
const marksWith = (failed: number, key?: string) => plans.map((_, rank) => (rank < failed ? markOf(rank, rank, key) : last));
const reopen = (packed: Uint8Array) => unpackMarks(unpackAll(packed).slice(2), plans);

describe('a cursor of 600 streams', () => {
  test('is short where all of them answered', () => {
    const packed = packMarks(frame, marksWith(0), plans);
    expect(packed.length).toBeLessThan(120);
    expect(reopen(packed)).toEqual(marksWith(0));
  });

  test('holds the places of forty sources that failed', () => {
    const marks = marksWith(40);
    const packed = packMarks(frame, marks, plans);
    expect(packed.length).toBeLessThanOrEqual(MAX_CONTENT_BYTES);
    expect(reopen(packed)).toEqual(marks);
  });

  test('keeps one place for all that failed at once', () => {
    const marks = plans.map((_, rank) => (rank < 40 ? null : last));
    const packed = packMarks(frame, marks, plans);
    expect(packed.length).toBeLessThan(320);
    expect(reopen(packed)).toEqual(marks);
  });

  test.each([
    ['more than forty', marksWith(41)],
    ['more than there is room for', marksWith(40, 'x'.repeat(80))],
  ])('says no more than that they are too many where those are %s', (_title, marks) => {
    const packed = packMarks(frame, marks, plans);
    expect(packed.length).toBeLessThan(60);
    expect(() => reopen(packed)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'filter' }));
  });
});

const quiet: Model = { jobs: [], order: 'newest', timeFilter: 'start', isDeclared: true, pageSize: 10, link: 'total', lookbackMs: 2 * DAY_MS };
const worldOf = (sources: number, jobs: readonly ModelJob[] = []) => {
  const world = createWorld(Array.from({ length: sources }, (_, rank) => (rank === 30 ? { ...quiet, jobs } : quiet)), { last: 'P8D' }, { totalCount: false }, 'STARTED_AT_DESC');
  world.budget = 1000;
  return world;
};

describe('plain streams', () => {
  test('may be six hundred in an operation', async () => {
    await worldOf(600).page(1);
    await expect(worldOf(601).page(1)).rejects.toThrow(BadUserInputError);
  });

  test('have jobs of one start told apart however long their ids are', async () => {
    const jobs = Array.from({ length: 12 }, (_, index) => ({ id: `${'same-for-all-'.repeat(8)}${index}`, startedAt: NOW - DAY_MS, finishedAt: null }));
    const ids = idsOf(await walk(worldOf(61, jobs), 1));
    expect(ids.sort()).toEqual(jobs.map(({ id }) => id).sort());
  });

  test('are asked up to the last start, and no further back', async () => {
    const jobs = Array.from({ length: 30 }, (_, index) => ({ id: String(index), startedAt: NOW - index * DAY_MS / 8 - 1, finishedAt: NOW }));
    const world = worldOf(61, jobs);
    const page = await world.page(20);
    await world.page(5, page.endCursor());
    expect(new Set(world.calls.map(({ bounds }) => bounds.to)).size).toBe(1);
    const lastStart = jobs[19]?.startedAt ?? 0;
    expect((world.calls[0]?.bounds.to ?? 0) - lastStart).toBeLessThanOrEqual(3_600_000);
    expect(world.calls).toHaveLength(61);
  });

  test('say so where all calls go into what has come', async () => {
    const jobs = Array.from({ length: 60 }, (_, index) => ({ id: String(index).padStart(2, '0'), startedAt: NOW - DAY_MS - index * 1000, finishedAt: NOW }));
    const world = worldOf(61, jobs);
    const after = (await world.page(50)).endCursor();
    world.budget = 63;
    const stuck = await world.page(50, after);
    expect([stuck.rows.length, stuck.hasNextPage, stuck.isComplete, stuck.endCursor()]).toEqual([0, true, false, after]);
    expect(stuck.runs[30]?.ledger.error).toMatchObject({ code: 'BUDGET_EXHAUSTED' });
    world.budget = 1000;
    expect((await world.page(50, after)).rows).toHaveLength(10);
  });
});
