import { setTimeout as sleep } from 'node:timers/promises';

import { expect } from 'vitest';

import type { Fault, ProductName } from '../../simulator/index.js';
import type { Charset } from '../../simulator/charset.js';
import { askForJobs, listPage, sourceOf, type ListedError, type ListedSource } from './list-jobs.js';
import { startWorld, type World, type WorldOptions } from './world.js';

const few = { jobsPerProduct: 30, days: 10 };

/** A world for one test, whose switches are a change that can be taken back: so that tests that wait can do so at the same time. */
export async function withWorld(options: WorldOptions, use: (world: World) => Promise<void>): Promise<void> {
  const { switches = {}, ...simulator } = options.simulator ?? {};
  const world = await startWorld({ ...options, simulator: { ...few, ...simulator } });
  world.simulator.set(switches);
  try {
    await use(world);
  } finally {
    await world.close();
  }
}

export function callsByProduct({ simulator }: Pick<World, 'simulator'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { product } of simulator.calls) counts[product ?? 'none'] = (counts[product ?? 'none'] ?? 0) + 1;
  return counts;
}

export const callsTo = (world: Pick<World, 'simulator'>, product: ProductName): number => callsByProduct(world)[product] ?? 0;

/** What one operation over all products says of one of them; the others have to be well, and their jobs there. */
export async function readBeside(world: World, product: ProductName): Promise<ListedSource> {
  const { data } = await askForJobs(world, { first: 60 });
  const page = data?.page ?? expect.fail('no page');
  const others = page.sources.filter(({ source }) => !source.id.endsWith(product));
  expect(others.map(({ outcome, error }) => [outcome, error])).toEqual(others.map(() => ['OK', null]));
  const shown = new Set(page.edges.map(({ node }) => node.product.toLowerCase().replaceAll('_', '-')));
  for (const { source } of others) expect([...shown]).toContain(source.id.split('/').at(-1));
  return sourceOf(page, product);
}

let asked = 0;

/** One product, with a window that no other read shares. */
export async function readAlone(world: Pick<World, 'query'>, field = 'salesforceJobs'): Promise<ListedSource> {
  asked += 1;
  const page = await listPage(world, { field, window: { from: new Date(Date.UTC(2020, 0, 1 + (asked % 1500))).toISOString() } });
  return page.sources[0] ?? expect.fail('no source');
}

export const codeOf = async (reading: Promise<ListedSource>): Promise<string> => (await reading).error?.code ?? 'OK';

export const status = (code: number, headers: Record<string, string> = {}): Fault => ({ kind: 'status', status: code, headers });
export const body = (text: string, more: { status?: number; contentType?: string | null; charset?: Charset; headers?: Record<string, string> } = {}): Fault => ({ kind: 'body', text, ...more });

/** Faults that another attempt may mend, and what is said where it does not. */
export const passing: Readonly<Record<string, { readonly fault: Fault; readonly error: Partial<ListedError>; readonly isOutage: boolean; readonly mostCalls?: number }>> = {
  '408': { fault: status(408), error: { code: 'UPSTREAM_TIMEOUT', httpStatus: 408 }, isOutage: false },
  '429': { fault: status(429), error: { code: 'UPSTREAM_THROTTLED', httpStatus: 429 }, isOutage: false },
  '500': { fault: status(500), error: { code: 'UPSTREAM_ERROR', httpStatus: 500 }, isOutage: true },
  '502 in HTML': { fault: { kind: 'html', status: 502 }, error: { code: 'UPSTREAM_ERROR', httpStatus: 502 }, isOutage: true },
  '503': { fault: status(503), error: { code: 'UPSTREAM_ERROR', httpStatus: 503 }, isOutage: true },
  '504': { fault: status(504), error: { code: 'UPSTREAM_ERROR', httpStatus: 504 }, isOutage: true },
  // An attempt may meet connections that were used before, eight at most, and goes on until it has a new one.
  'a reset': { fault: { kind: 'reset' }, error: { code: 'UPSTREAM_UNREACHABLE', httpStatus: null }, isOutage: true, mostCalls: 11 },
  'half a body': { fault: { kind: 'truncated' }, error: { code: 'UPSTREAM_UNREACHABLE', httpStatus: null }, isOutage: true },
  '500 inside 200': { fault: { kind: 'envelope-error', status: 500 }, error: { code: 'UPSTREAM_ERROR', httpStatus: 500 }, isOutage: true },
  'HTML in 200': { fault: { kind: 'html' }, error: { code: 'UPSTREAM_BAD_RESPONSE' }, isOutage: false },
  'nearly JSON': { fault: { kind: 'invalid-json' }, error: { code: 'UPSTREAM_BAD_RESPONSE' }, isOutage: false },
  'no body': { fault: body(''), error: { code: 'UPSTREAM_BAD_RESPONSE' }, isOutage: false },
  'half of the JSON': { fault: body('{"statusCode":200,"data":{"jobs":['), error: { code: 'UPSTREAM_BAD_RESPONSE' }, isOutage: false },
};

/** Faults that would only come again. */
export const lasting: Readonly<Record<string, { readonly fault: Fault; readonly error: Partial<ListedError>; readonly calls?: number }>> = {
  '400': { fault: status(400), error: { code: 'UPSTREAM_BAD_REQUEST', httpStatus: 400 } },
  '401': { fault: status(401), error: { code: 'UPSTREAM_UNAUTHENTICATED', httpStatus: 401 }, calls: 2 },
  '403': { fault: status(403), error: { code: 'UPSTREAM_FORBIDDEN', httpStatus: 403 } },
  '404': { fault: status(404), error: { code: 'UPSTREAM_NOT_FOUND', httpStatus: 404 } },
  '418': { fault: status(418), error: { code: 'UPSTREAM_BAD_REQUEST', httpStatus: 418 } },
  ...Object.fromEntries([301, 302, 303, 307, 308].map((code) => [`a redirect (${code})`, { fault: status(code, { location: '/backup/vm/jobs' }), error: { code: 'UPSTREAM_BAD_RESPONSE', httpStatus: code } }])),
  '400 inside 200': { fault: { kind: 'envelope-error', status: 400 }, error: { code: 'UPSTREAM_BAD_REQUEST', httpStatus: 400 } },
  '403 inside 200': { fault: { kind: 'envelope-error', status: 403 }, error: { code: 'UPSTREAM_FORBIDDEN', httpStatus: 403 } },
  '404 inside 200': { fault: { kind: 'envelope-error', status: 404 }, error: { code: 'UPSTREAM_NOT_FOUND', httpStatus: 404 } },
  'a million rows': { fault: { kind: 'giant', rows: 1_000_000 }, error: { code: 'UPSTREAM_BAD_RESPONSE' } },
  'a bomb of gzip': { fault: { kind: 'giant', rows: 1_000_000, gzip: true }, error: { code: 'UPSTREAM_BAD_RESPONSE' } },
  'gzip that nobody asked for': { fault: { kind: 'gzip' }, error: { code: 'UPSTREAM_BAD_RESPONSE' } },
  'nine megabytes': { fault: body(JSON.stringify({ statusCode: 200, pad: 'x'.repeat(9 * 1024 * 1024), data: { totalCount: 0, jobs: [] } })), error: { code: 'UPSTREAM_BAD_RESPONSE' } },
  'a hundred thousand brackets': { fault: body('['.repeat(100_000)), error: { code: 'UPSTREAM_BAD_RESPONSE' } },
};

/** Waits for something to become so; fails when it does not. */
export async function until(isSo: () => boolean, withinMs = 8000): Promise<void> {
  const endsAt = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > endsAt) expect.fail(`not so within ${withinMs} ms: ${String(isSo)}`);
    await sleep(5);
  }
}
