import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Fault, ProductSwitches } from '../../simulator/index.js';
import { seats, type Seat } from './index.js';
import { plainJobs, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';
import { expectSameJobs, expectTrueFields, expectUntroubled, jobsField, keysOfAnswers, keysOfRecords, walk, type SourceAnswer, type Walk } from './walk.js';

/** One source fails: the others are shown, and it is named with what to check (docs/behaviour.md §6). Numbers: docs/upstream.md §13. */

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds(plainJobs(12));
});
afterAll(() => worlds.close());
afterEach(() => worlds.restart());

interface Failure {
  readonly title: string;
  readonly switches: Partial<ProductSwitches>;
  readonly error: Partial<NonNullable<SourceAnswer['error']>>;
  /** What the message tells to check. */
  readonly says?: (seat: Seat) => readonly RegExp[];
}

const status = (code: number, headers: Record<string, string> = {}): Fault => ({ kind: 'status', status: code, headers });
const body = (text: string, more: { status?: number; contentType?: string } = {}): Fault => ({ kind: 'body', text, ...more });

const failures: readonly Failure[] = [
  {
    title: '20: 403, for want of the permission',
    switches: { permitted: false },
    error: { code: 'UPSTREAM_FORBIDDEN', httpStatus: 403, isRetryable: false },
    says: ({ scope }) => [/permission/i, new RegExp(scope.replaceAll('.', '\\.'), 'i')],
  },
  {
    title: '20: 404, in a data centre without the product',
    switches: { enabled: false },
    error: { code: 'UPSTREAM_NOT_FOUND', httpStatus: 404, isRetryable: false },
    says: () => [/data cent(re|er)/i, /enabled/i],
  },
  {
    title: '19: 401 again and again',
    switches: { fault: status(401) },
    error: { code: 'UPSTREAM_UNAUTHENTICATED', httpStatus: 401, isRetryable: false },
    says: () => [/credential|AVEPOINT_CLIENT_ID/i, /environment/i],
  },
  {
    title: '20: 429 with Retry-After',
    switches: { fault: status(429, { 'retry-after': '30' }) },
    error: { code: 'UPSTREAM_THROTTLED', httpStatus: 429, isRetryable: true, retryAfterSeconds: 30 },
    says: () => [/30/],
  },
  {
    title: '20: 429 without Retry-After',
    switches: { fault: status(429) },
    error: { code: 'UPSTREAM_THROTTLED', httpStatus: 429, isRetryable: true, retryAfterSeconds: null },
  },
  { title: '20: 503', switches: { fault: status(503) }, error: { code: 'UPSTREAM_ERROR', httpStatus: 503, isRetryable: true } },
  { title: '500', switches: { fault: status(500) }, error: { code: 'UPSTREAM_ERROR', httpStatus: 500, isRetryable: true } },
  { title: '400', switches: { fault: status(400) }, error: { code: 'UPSTREAM_BAD_REQUEST', httpStatus: 400, isRetryable: false } },
  { title: '24: a page of a gateway', switches: { fault: { kind: 'html', status: 502 } }, error: { code: 'UPSTREAM_ERROR', httpStatus: 502, isRetryable: true } },
  { title: '24: HTML inside 200', switches: { fault: { kind: 'html' } }, error: { code: 'UPSTREAM_BAD_RESPONSE' } },
  { title: '24: nearly JSON', switches: { fault: { kind: 'invalid-json' } }, error: { code: 'UPSTREAM_BAD_RESPONSE' } },
  ...['', ' ', 'null', '[]', '"jobs"', '12', 'true', '{', '{"jobs":"none"}', '{"data":12,"jobs":12}'].map((text) => ({
    title: `24: a body that is ${JSON.stringify(text)}`,
    switches: { fault: body(text) },
    error: { code: 'UPSTREAM_BAD_RESPONSE' },
  })),
  { title: 'a connection that is cut', switches: { fault: { kind: 'reset' } }, error: { code: 'UPSTREAM_UNREACHABLE', httpStatus: null, isRetryable: true } },
];

/** The rest is there; this source alone is named, in the page and in `errors`, with the same words. */
async function expectFailure(seat: Seat, { error, says = () => [] }: Pick<Failure, 'error' | 'says'>): Promise<void> {
  const world = worlds.of(seat);
  const walked = await walk(world, jobsField, { first: 200 });
  const others = worlds.seatsWith(seat).filter(({ product }) => product !== seat.product);
  const rest = others.flatMap(({ product }) => world.simulator.records(product));
  expect(new Set(keysOfAnswers(walked.jobs))).toEqual(new Set(keysOfRecords(rest)));
  expectTrueFields(walked.jobs, rest, others);

  const [page] = walked.pages;
  expect(page?.isComplete).toBe(false);
  expect(page?.pageInfo.hasNextPage).toBe(false);
  const failed = page?.sources.filter(({ outcome }) => outcome !== 'OK');
  expect(failed).toMatchObject([{ source: { id: seat.sourceId }, outcome: 'FAILED', error }]);
  const message = failed?.[0]?.error?.message ?? '';
  for (const words of [/\w{3}.*\./, ...says(seat)]) expect(message).toMatch(words);
  expect(walked.errors).toEqual([{ message, path: ['page'], extensions: { code: error.code, source: seat.sourceId } }]);
}

describe.each(failures)('$title', (failure) => {
  it.each(seats)('$name: is named, the others are shown', async (seat) => {
    worlds.set(seat, failure.switches);
    await expectFailure(seat, failure);
  });
});

describe('18: an error inside HTTP 200', () => {
  it.each(seats)('$name: fails the source, and keeps what a support case needs', async (seat) => {
    worlds.set(seat, { fault: { kind: 'envelope-error' } });
    const { httpStatus, ids } = seat.errors;
    const text: unknown = expect.stringMatching(/\w{8}/);
    const error = { code: 'UPSTREAM_ERROR', ...(httpStatus !== null && { httpStatus }), ...Object.fromEntries(ids.map((id) => [id, text])) };
    await expectFailure(seat, { error });
  });

  it.each(seats.filter(({ errors }) => errors.httpStatus !== null))('$name: one that carries 403 is about permission', async (seat) => {
    worlds.set(seat, { fault: { kind: 'envelope-error', status: 403 } });
    await expectFailure(seat, { error: { code: 'UPSTREAM_FORBIDDEN', httpStatus: 403 }, says: ({ scope }) => [new RegExp(scope, 'i')] });
  });

  describe.each(seats)('$name', (seat) => {
    it.each(seat.errors.bad)('%s is a failure', async (text) => {
      worlds.set(seat, { fault: body(text) });
      await expectFailure(seat, { error: { code: 'UPSTREAM_ERROR' } });
    });
  });

  describe.each(seats)('$name', (seat) => {
    it.each(seat.errors.good)('%s is an empty page', async (text) => {
      worlds.set(seat, { fault: body(text) });
      const walked = await walk(worlds.of(seat), seat);
      expectUntroubled(walked);
      expect(walked.jobs).toEqual([]);
      expect(walked.warnings).toEqual([]);
    });
  });
});

describe('19: a token that is refused once', () => {
  it.each(seats)('$name: is fetched anew, and no one notices', async (seat) => {
    const { simulator } = worlds.of(seat);
    worlds.set(seat, {});
    await walk(worlds.of(seat), seat);
    simulator.forgetCalls();
    simulator.set({ identity: { tokenEpoch: Math.floor(Math.random() * 1e9) } });
    const walked = await walk(worlds.of(seat), seat);
    expectUntroubled(walked);
    expectSameJobs(walked.jobs, worlds.truthOf(seat));
    expect(simulator.tokenCalls.map(({ scope }) => scope)).toEqual([seat.scope]);
    expect(simulator.calls.some((call) => call.status === 401)).toBe(true);
  });

  it.each(seats)('$name: a 401 for no reason is tried again, too', async (seat) => {
    worlds.set(seat, { fault: { ...status(401), times: 1 } });
    const walked = await walk(worlds.of(seat), seat);
    expectUntroubled(walked);
    expectSameJobs(walked.jobs, worlds.truthOf(seat));
  });
});

describe('a source that comes back', () => {
  it.each(seats)('$name: delivers what it owes', async (seat) => {
    const world = worlds.of(seat);
    worlds.set(seat, { fault: { ...status(403), times: seat.lists } });
    const walked: Walk = await walk(world, jobsField, { first: 10 });
    expectSameJobs(
      walked.jobs,
      worlds.seatsWith(seat).flatMap(({ product }) => world.simulator.records(product)),
    );
    expect(walked.pages.map(({ isComplete }) => isComplete)).toEqual(walked.pages.map((_, index) => index > 0));
    expect(walked.errors).toHaveLength(1);
  });
});

describe('what an upstream says when it fails', () => {
  const mark = 'Zx81-never-shown';
  const bodies = [body(`<html>${mark}</html>`, { status: 500, contentType: 'text/html' }), body(`{"status":500,"statusCode":500,"error":"${mark}","message":"${mark}"}`), body(mark)];

  it.each(seats)('$name: is neither shown nor logged', async (seat) => {
    for (const fault of bodies) {
      worlds.set(seat, { fault });
      const walked = await walk(worlds.of(seat), seat);
      expect(walked.errors).toHaveLength(1);
      expect(JSON.stringify([walked.pages, walked.errors])).not.toContain(mark);
      // A circuit that has opened would hide the next body.
      await worlds.restart();
    }
    expect(worlds.of(seat).log.length).toBeGreaterThan(0);
    expect(JSON.stringify(worlds.of(seat).log)).not.toContain(mark);
  });
});
