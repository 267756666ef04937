import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startCannedWorld, type CannedWorld } from '../support/canned-upstream.js';
import type { JobAnswer } from '../support/oracle.js';
import { environmentOf, seats, type Seat } from './index.js';
import { sampleRow, type Row } from './sample.js';
import { expectUntroubled, walk } from './walk.js';

/** An unknown code, a null, a missing or misspelt property, or anything else in any field never fails a page and never loses a row. */

/** As they stand in JSON; numbers beyond what JavaScript holds among them. */
const values: readonly string[] = [
  ...['null', '""', '" "', '"N/A"', '"n/a"', '"nonsense"', '"０"', '"\\u0000"', '"\\ud800"', '"Infinity"', '"NaN"', '"-"', '"+"', '"1e999"', '"0x10"', '"1,000"', '"12:00"'],
  ...['0', '-0', '-1', '3.7', '99999', '1e21', '1e308', '-1e308', '1e400', '9007199254740993', '9223372036854775807', '-9223372036854775808', '638645575921780695.5'],
  ...['"9223372036854775807"', '"99999999999999999999999"', '"-638645575921780695"', '"+275760-09-13T00:00:00Z"', '"2024-02-30"'],
  ...['true', 'false', '[]', '{}', '[null]', '[[]]', '[{}]', '[{"value":{}}]', '{"a":{"b":[]}}', '{"totalCount":{"a":1}}', JSON.stringify('x'.repeat(5000))],
];

const idNames = ['jobId', 'id'];
const writeRow = (row: Row, id: string, name: string, text: string | null): string => {
  const members = Object.entries(row).map(([key, value]) => {
    if (idNames.includes(key)) return `"${key}":"${id}"`;
    return key === name ? (text === null ? '' : `"${key}":${text}`) : `"${key}":${JSON.stringify(value)}`;
  });
  return `{${members.filter((member) => member !== '').join(',')}}`;
};

describe.each(seats)('$name', (seat: Seat) => {
  const row = sampleRow(seat);
  const fields = Object.keys(row).filter((name) => !idNames.includes(name));
  let world: CannedWorld;
  let rows: readonly string[] = [];
  beforeAll(async () => {
    // One page, to the first list that asks; all after it are empty.
    world = await startCannedWorld(() => {
      const body = seat.page(rows.join(','));
      rows = [];
      return body;
    }, environmentOf(seat));
  });
  afterAll(() => world.close());

  async function read(page: readonly string[]): Promise<readonly JobAnswer[]> {
    rows = page;
    const walked = await walk(world, seat, { first: 200 });
    expectUntroubled(walked);
    return walked.jobs;
  }

  it('has every documented field', () => {
    expect(Object.keys(row).sort()).toEqual([...seat.rowNames].sort());
  });

  it.each(fields)('%s holds anything', async (name) => {
    const texts = [null, ...values];
    const jobs = await read(texts.map((text, index) => writeRow(row, `J${index}`, name, text)));
    const lost = texts.filter((_, index) => !jobs.some(({ jobId }) => jobId === `J${index}`));
    expect(lost).toEqual([]);
    expect(jobs).toHaveLength(texts.length);
  });

  it.each(fields)('%s misspelt, doubled or in another case holds nothing up', async (name) => {
    const text = JSON.stringify(row[name]);
    const spellings = [`${name}s`, `_${name}`, name.toUpperCase(), name.toLowerCase(), `"`, ` ${name}`];
    const others = spellings.map((spelling) => `,${JSON.stringify(spelling)}:${text}`);
    const jobs = await read([...others, `,"${name}":${text},"${name}":null`].map((more, index) => writeRow(row, `J${index}`, name, null).replace(/}$/, `${more}}`)));
    expect(jobs.map(({ jobId }) => jobId).sort()).toEqual(['J0', 'J1', 'J2', 'J3', 'J4', 'J5', 'J6']);
  });

  it('an id is all that a job needs', async () => {
    const idName = Object.keys(row).find((name) => idNames.includes(name)) ?? '';
    const [job] = await read([`{"${idName}":"J1"}`]);
    expect(job).toMatchObject({ jobId: 'J1', status: 'UNKNOWN', upstreamStatus: { code: '', label: null, isKnown: false }, startedAt: null, finishedAt: null, duration: null });
    expect(job?.raw).toEqual({ [idName]: 'J1' });
  });

  it('what the schema does not name stands in raw', async () => {
    const [job] = await read([writeRow({ ...row, client: { name: 'Contoso', tags: [1, null, 9] } }, 'J1', '', null)]);
    expect(job?.raw['client']).toEqual({ name: 'Contoso', tags: [1, null, 9] });
  });
});
