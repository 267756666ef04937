import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, test } from 'vitest';

import { readConfig } from '../../src/config.js';
import type { Diagnosis, Finding } from '../../src/doctor/finding.js';
import { consultDoctor } from '../../src/doctor/index.js';
import { findingsOf } from './consult.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Job {
  readonly jobId: string;
  readonly start: number;
  readonly end: number;
}

interface Habits {
  /** Larger pages are refused. */
  readonly mostRows?: number;
  /** The day that `finishTime` names is in. */
  readonly takesLastDay?: boolean;
  passes?(job: Job, from: number, to: number): boolean;
  /** Status of every answer, where none is given. */
  readonly status?: number;
  /** No total is sent, and pages past the end are refused. */
  readonly endsHard?: boolean;
}

/** Salesforce as its page has it, by nobody who knows the simulator: dates in, a nested envelope out, newest first. */
async function askStandIn({ mostRows = 10_000, takesLastDay = false, passes = ({ start }, from, to) => start >= from && start < to, status = 200, endsHard = false }: Habits, jobs: readonly Job[]): Promise<Record<string, Finding>> {
  const upstream = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://stand-in');
    if (url.pathname === '/connect/token') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"access_token":"t","token_type":"Bearer","expires_in":3600}');
    const size = Number(url.searchParams.get('pageSize'));
    const code = size > mostRows ? 400 : status;
    if (code !== 200) return void response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify({ statusCode: code, message: 'No.', errors: { code }, data: null }));
    const from = Date.parse(url.searchParams.get('startTime') ?? '');
    const to = Date.parse(url.searchParams.get('finishTime') ?? '') + (takesLastDay ? DAY_MS : 0);
    const matching = jobs.filter((job) => passes(job, from, to)).sort((a, b) => b.start - a.start);
    const offset = Number(url.searchParams.get('pageIndex')) * size;
    if (endsHard && offset >= matching.length) return void response.writeHead(400, { 'content-type': 'application/json' }).end('{"statusCode":400,"message":"No such page.","errors":{},"data":null}');
    const rows = matching.slice(offset, offset + size).map(({ jobId, start, end }) => ({ type: 1, jobId, startTime: new Date(start).toISOString(), finishTime: new Date(end).toISOString(), state: 2 }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ statusCode: 200, message: '', errors: null, data: { ...(!endsHard && { totalCount: matching.length }), jobs: rows, nextLink: '' } }));
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const config = readConfig({ AVEPOINT_CLIENT_ID: 'c', AVEPOINT_CLIENT_SECRET: 's', AVEPOINT_GRAPH_URL: url, AVEPOINT_IDENTITY_URL: `${url}/connect/token`, AVEPOINT_PRODUCTS: 'salesforce' });
  try {
    return findingsOf((await consultDoctor(config, true)).diagnoses[0] as Diagnosis, 'salesforce');
  } finally {
    upstream.closeAllConnections();
    upstream.close();
  }
}

/** Three a day, of which the late one runs past midnight; no two days alike, or one zone's start would be another one's finish. */
const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const jobs: Job[] = Array.from({ length: 25 }, (_, index) => index).flatMap((index) =>
  [1, 13, 22].map((hour) => {
    const start = today - (index + 2) * DAY_MS + hour * HOUR_MS + index * 61_000;
    return { jobId: `AI${index}${hour}`, start, end: start + (1 + ((index * 7 + hour) % 9)) * HOUR_MS };
  }),
);

const meanings: Record<string, NonNullable<Habits['passes']>> = {
  start: ({ start }, from, to) => start >= from && start < to,
  finish: ({ end }, from, to) => end >= from && end < to,
  overlap: ({ start, end }, from, to) => start < to && end >= from,
};

describe.each([false, true])('the day that finishTime names is in: %s', (takesLastDay) => {
  test.each(Object.entries(meanings))('the time filter applies to: %s', async (kind, passes) => {
    const findings = await askStandIn({ takesLastDay, passes }, jobs);
    expect(findings['time filter']).toMatchObject({ setting: `AVEPOINT_SALESFORCE_TIME_FILTER=${kind}` });
  });
});

test('only jobs that lie in the window as a whole: no setting is made up for that', async () => {
  const findings = await askStandIn({ passes: ({ start, end }, from, to) => start >= from && end < to }, jobs);
  expect(findings['time filter']).toMatchObject({ state: 'unknown', text: expect.stringMatching(/as a whole.*right as it is/) as string });
  expect(findings['time filter']).not.toHaveProperty('setting');
});

test.each([[8, /midnight of UTC\+[\d.]+ to UTC\+[\d.]+, not of UTC/], [-7, /midnight of UTC−[\d.]+ to UTC−[\d.]+, not of UTC/]])('days of a zone %i hours from UTC: no setting, since windows no wider than asked for would miss jobs', async (hours, zone) => {
  const passes: Habits['passes'] = ({ start }, from, to) => start >= from - hours * HOUR_MS && start < to - hours * HOUR_MS;
  const findings = await askStandIn({ passes }, jobs);
  expect(findings['time filter']).toMatchObject({ state: 'unknown', text: expect.stringMatching(zone) as string });
  expect(findings['time filter']).not.toHaveProperty('setting');
});

test('a filter that makes no sense fits nothing', async () => {
  const findings = await askStandIn({ passes: ({ start }, from, to) => to - from > 10 * DAY_MS || (start < from && start > from - 5 * DAY_MS) }, jobs);
  expect(findings['time filter']).toMatchObject({ state: 'unknown', text: expect.stringMatching(/fits no way/) as string });
});

test('pages that are refused for their size', async () => {
  const many = Array.from({ length: 300 }, (_, index) => ({ jobId: `AI${index}`, start: today - index * HOUR_MS, end: today - index * HOUR_MS + 60_000 }));
  const findings = await askStandIn({ mostRows: 200 }, many);
  expect(findings['page size']).toMatchObject({ state: 'ok', text: 'Pages of 200 are taken, and 500 is refused.' });
});

test('a page past the end that is refused says nothing of its size', async () => {
  const findings = await askStandIn({ endsHard: true }, jobs);
  expect(findings['page size']).toMatchObject({ state: 'unknown', text: expect.stringMatching(/^Pages of 75 and more are taken; /) as string });
});

test('the query itself is refused', async () => {
  const findings = await askStandIn({ status: 400 }, jobs);
  expect(findings['answer']?.state).toBe('wrong');
  expect(findings['product']?.state).toBe('unknown');
});
