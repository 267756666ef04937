import { afterEach, expect, test, vi } from 'vitest';

import { SourceError } from '../../src/errors.js';
import { createGuard } from '../../src/upstream/guard.js';

afterEach(() => vi.restoreAllMocks());

test('the attempt that is never made after the last one costs no retry, however soon the next read comes', async () => {
  // No pause between attempts, in which the budget would grow.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const guard = createGuard('GET /jobs');
  let attempts = 0;
  const read = (): Promise<unknown> =>
    guard.run(
      () => {
        attempts += 1;
        return Promise.reject(new SourceError('UPSTREAM_BAD_RESPONSE', 'Not JSON.'));
      },
      new AbortController().signal,
      performance.now() + 1000,
    );
  await expect(read()).rejects.toThrow('Not JSON.');
  expect(attempts).toBe(3);
  await expect(read()).rejects.toThrow('Not JSON.');
  expect(attempts).toBe(5);
});
