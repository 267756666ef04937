import { expect, test } from 'vitest';

import { readConfig } from '../src/config.js';
import { CALL_MS, CALLING_MS, CROWDED_SEND_MS, FINISH_MS, OPERATION_MS, PLACE_WAIT_MS } from '../src/deadlines.js';

test('what takes long fits into what takes longer', () => {
  expect(CALL_MS).toBeLessThan(CALLING_MS);
  // A call that began at the last moment still ends within its operation.
  expect(CALLING_MS + CALL_MS).toBeLessThanOrEqual(OPERATION_MS);
  // So does an operation that was let in while the server was stopping.
  expect(PLACE_WAIT_MS + OPERATION_MS).toBeLessThanOrEqual(FINISH_MS);
  // Whoever waits for a place sees those closed that take nothing.
  expect(2 * CROWDED_SEND_MS).toBeLessThan(PLACE_WAIT_MS);
});

test('with the settings as they are, nothing that an operation waits for is cut off by the connection, nor by Kubernetes after 30 s', () => {
  const { drainMs, limits } = readConfig({});
  expect(limits.sendMs).toBeGreaterThan(OPERATION_MS);
  expect(drainMs + FINISH_MS).toBeLessThan(30_000);
});
