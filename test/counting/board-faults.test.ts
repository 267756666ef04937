import { describe, expect, test } from 'vitest';

import { currentSeats } from '../products/index.js';
import { withWorld } from '../support/faults.js';
import { askForBoard, board, type Board } from './board.js';

const now = Date.now();
const options = {
  simulator: { now: () => now, jobsPerProduct: 150, days: 9 },
  environment: { AVEPOINT_PAGE_SIZE: '20', LIMIT_COST_PER_MINUTE: '1000000' },
};

describe('a source that fails after some calls: what is said of its workloads is what holds, or that it cannot be told', () => {
  test.each(currentSeats.flatMap((seat) => [0, 1, 3].map((after) => ({ seat, after, title: `${seat.name}, after ${after}` }))))('$title', ({ seat: { product, sourceId }, after }) =>
    withWorld(options, async (world) => {
      const args = { first: 500, groups: true, groupBy: ['SOURCE'] };
      const whole = new Map((await board(world, args)).nodes.map((row) => [row.id, row]));
      world.simulator.set({ [product]: { fault: { kind: 'status', status: 403, after } } });
      const { data, errors } = await askForBoard(world, args);
      const { nodes, groups = [], isComplete } = data?.board as Board;

      for (const row of nodes) {
        const truth = whole.get(row.id) ?? expect.fail(`${row.id} is no workload`);
        if (row.isStale !== null) expect([row.id, row.isStale]).toEqual([row.id, truth.isStale]);
        if (row.state === 'STALE' || row.state === 'OK') expect(row.isStale).toBe(row.state === 'STALE');
        if (row.successEvidence === 'NONE') expect(truth.latestSuccess).toBeNull();
        if (row.consecutiveFailuresPrecision === 'EXACT') expect(row.consecutiveFailures).toBe(truth.consecutiveFailures);
        if (row.runs !== null) expect(row.runs).toBe(truth.runs);
      }
      const others = [...whole.values()].filter(({ source }) => source.id !== sourceId);
      expect(nodes.filter(({ source }) => source.id !== sourceId).map(({ id, state }) => [id, state])).toEqual(others.map(({ id, state }) => [id, state]));

      if (after > 0) return;
      expect(isComplete).toBe(false);
      expect(nodes.filter(({ source }) => source.id === sourceId)).toEqual([]);
      expect(groups.filter(({ silentSources }) => silentSources > 0)).toMatchObject([{ key: { source: { id: sourceId } }, total: 0, silentSources: 1 }]);
      expect(errors?.map(({ extensions }) => extensions['source'])).toEqual([sourceId]);
    }),
  );
});
