import { afterEach, expect, test, vi } from 'vitest';

import { SourceError } from '../../src/errors.js';
import { createGuard } from '../../src/upstream/guard.js';

afterEach(() => vi.restoreAllMocks());

test('the attempt that is never made after the last one costs no retry, however soon the next read comes', async () => {
  // Neither pauses between attempts nor a machine that is busy: the budget would grow meanwhile.
  vi.spyOn(performance, 'now').mockReturnValue(0);
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

test('a retry that finds the circuit just opened is not made, and costs none', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const guard = createGuard('GET /jobs');
  let attempts = 0;
  const read = (failure: SourceError | null): Promise<unknown> =>
    guard.run(
      () => {
        attempts += 1;
        return failure === null ? Promise.resolve() : Promise.reject(failure);
      },
      new AbortController().signal,
      now + 1000,
    );
  const readMany = (count: number, fail: () => SourceError): Promise<unknown> => Promise.allSettled(Array.from({ length: count }, () => read(fail())));

  // The fifth failure opens the circuit; by then, the four before it have each taken a retry, which are all that there were.
  await readMany(5, () => new SourceError('UPSTREAM_ERROR', 'Down.', { httpStatus: 503 }));
  expect(attempts).toBe(5);
  // In two seconds six more come.
  now += 2000;
  await read(null);
  attempts = 0;
  await readMany(4, () => new SourceError('UPSTREAM_BAD_RESPONSE', 'Not JSON.'));
  expect(attempts).toBe(12);
});
