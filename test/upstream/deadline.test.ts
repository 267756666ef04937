import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import { startDeadline } from '../../src/upstream/deadline.js';

describe('a deadline', () => {
  test('aborts as the outer signal does, for the same reason', () => {
    const outer = new AbortController();
    const deadline = startDeadline(60_000, outer.signal);
    expect(deadline.signal.aborted).toBe(false);
    outer.abort('gone');
    expect([deadline.signal.aborted, deadline.signal.reason, deadline.isOver]).toEqual([true, 'gone', false]);
    deadline.end();
  });

  test('is aborted from the start where the outer signal is', () => {
    const deadline = startDeadline(60_000, AbortSignal.abort('gone'));
    expect([deadline.signal.aborted, deadline.signal.reason, deadline.isOver]).toEqual([true, 'gone', false]);
    deadline.end();
  });

  test('aborts when its time is up, and not the outer signal', async () => {
    const outer = new AbortController();
    const deadline = startDeadline(1, outer.signal);
    await sleep(20);
    expect([deadline.signal.aborted, deadline.isOver, outer.signal.aborted]).toEqual([true, true, false]);
  });

  test('that has ended does nothing', async () => {
    const outer = new AbortController();
    const deadline = startDeadline(1, outer.signal);
    deadline.end();
    outer.abort();
    await sleep(20);
    expect([deadline.signal.aborted, deadline.isOver]).toEqual([false, false]);
  });
});
