import { afterEach, describe, expect, test } from 'vitest';

import { eachProduct, enumOf, environmentOf, products, seats, type Seat } from '../products/index.js';
import { sampleRow } from '../products/sample.js';
import { listPages } from '../support/list-jobs.js';
import { body, withWorld } from '../support/faults.js';

const names = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'then', 'toJSON', '__typename'];
const hostile = names.map((name) => `"${name}":{"polluted":"yes","jobs":[],"statusCode":500,"prototype":{"polluted":"yes"}}`).join(',');

afterEach(() => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const [startTime, finishTime] = ['2026-01-02T03:04:05Z', '2026-01-02T03:14:05Z'];

const salesforce = { statusCode: 200, data: { totalCount: 1, jobs: [{ jobId: 'J1', type: 1, status: 2, startTime, finishTime, totalObjects: 3 }], nextLink: '' } };

/** The row of the vendor's sample, of a job that ended well. */
function pageOf(seat: Seat): string {
  const [code = ''] = Object.entries(seat.statuses).find(([, status]) => status === 'SUCCEEDED') ?? [];
  const status = seat.statusNames === null ? Number(code) : seat.statusLabels[Number(code)];
  return seat.page(JSON.stringify({ ...sampleRow(seat), [seat.idName]: 'J1', [seat.statusName]: status }));
}

async function read(seat: Seat, text: string): Promise<unknown> {
  let seen: unknown;
  await withWorld({ environment: environmentOf(seat), simulator: { switches: { [seat.product]: { fault: body(text) } } } }, async (world) => {
    const { data, errors } = await world.query(`{
      page: ${seat.field}(window: { from: "2020-01-01T00:00:00Z" }) {
        nodes { id jobId status operation startedAt finishedAt counts { total successful failed } }
        isComplete sources { outcome error { code } warnings { code } }
      }
    }`);
    seen = { data, errors };
  });
  return seen;
}

describe.concurrent.each(seats)('$name', (seat) => {
  test('hostile names at every level change nothing', async () => {
    const plain = pageOf(seat);
    const answer = await read(seat, plain);
    expect(answer).toMatchObject({ data: { page: { isComplete: true, nodes: [{ jobId: 'J1', status: 'SUCCEEDED' }], sources: [{ outcome: 'OK' }] } } });
    expect(await read(seat, plain.replaceAll('{', `{${hostile},`))).toEqual(answer);
    expect(await read(seat, plain.replaceAll('}', `,${hostile}}`))).toEqual(answer);
  });
});

test.concurrent('such names are shown in `raw` as what they are', () =>
  withWorld({ simulator: { switches: { salesforce: { fault: body(JSON.stringify(salesforce).replace('"jobId"', `${hostile},"jobId"`)) } } } }, async (world) => {
    const { data } = await world.query<{ page: { nodes: { raw: Record<string, unknown> }[] } }>('{ page: salesforceJobs(window: { from: "2020-01-01T00:00:00Z" }) { nodes { raw } } }');
    expect(Object.keys(data?.page.nodes[0]?.raw ?? {})).toEqual(expect.arrayContaining(names));
  }));

test.concurrent('as ids of jobs they are ids of jobs', () => {
  const jobs = names.map((jobId, index) => ({ jobId, startedAt: Date.now() - (index + 1) * 3_600_000 }));
  return withWorld({ simulator: { jobs: eachProduct(() => jobs) } }, async (world) => {
    const pages = await listPages(world, { first: 3 });
    const edges = pages.flatMap((page) => page.edges);
    expect(pages.every(({ isComplete }) => isComplete)).toBe(true);
    expect(edges.map(({ node }) => `${node.product} ${node.jobId}`).sort()).toEqual(products.flatMap((product) => names.map((name) => `${enumOf(product.name)} ${name}`)).sort());
    expect(new Set(edges.map(({ node }) => node.id)).size).toBe(products.length * names.length);
  });
});

describe.concurrent('a counter', () => {
  test.each(['9007199254740993', '-9007199254740993', '99999999999999999999', '"9007199254740993"', '1e300'])('of %s is null with a warning, and its original in `raw`', (number) =>
    withWorld({ simulator: { switches: { salesforce: { fault: body(JSON.stringify(salesforce).replace('"totalObjects":3', `"totalObjects":${number}`)) } } } }, async (world) => {
      const { data, errors } = await world.query<{ page: { nodes: { counts: { total: number | null } | null; raw: Record<string, unknown> }[]; sources: { warnings: { code: string }[] }[] } }>(
        '{ page: salesforceJobs(window: { from: "2020-01-01T00:00:00Z" }) { nodes { counts { total } raw } sources { warnings { code message } } } }',
      );
      expect(errors).toBeUndefined();
      expect(data?.page.nodes.map(({ counts }) => counts?.total ?? null)).toEqual([null]);
      expect(data?.page.sources[0]?.warnings).toMatchObject([{ code: 'UNREADABLE_VALUE', message: expect.stringContaining('totalObjects') as string }]);
      if (number !== '1e300') expect(data?.page.nodes[0]?.raw['totalObjects']).toBe(number.replaceAll('"', ''));
    }));

  test('of 2^53 - 1 is a number', () =>
    withWorld({ simulator: { switches: { salesforce: { fault: body(JSON.stringify(salesforce).replace('"totalObjects":3', '"totalObjects":9007199254740991')) } } } }, async (world) => {
      const { data } = await world.query<{ page: { nodes: { counts: { total: number } }[] } }>('{ page: salesforceJobs(window: { from: "2020-01-01T00:00:00Z" }) { nodes { counts { total } } } }');
      expect(Number(data?.page.nodes[0]?.counts.total)).toBe(9_007_199_254_740_991);
    }));
});
