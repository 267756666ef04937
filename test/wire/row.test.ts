import { describe, expect, test } from 'vitest';

import { products } from '../../src/products/index.js';
import type { DecodeContext } from '../../src/wire/page.js';

const context = {
  source: { id: 'default/us/any', product: 'SALESFORCE' },
  link: { url: new URL('http://localhost/jobs'), tokenParameter: null, numberParameter: 'page' },
  parameters: {},
  observedAt: new Date('2026-11-26T12:00:00Z'),
} as unknown as DecodeContext;

/** Nothing in it can be read, beside its id and when it was. */
const odd = {
  jobId: 'J1', type: '?', jobType: '?', status: '?', startTime: '2026-11-26T10:00:00Z', finishTime: '2026-11-26T09:00:00Z', duration: '?', durationHours: '?', progress: '?', dataSize: '?', backupSize: '?', apiCalls: '?',
  totalCount: '?', totalObjects: '?', totalRecords: '?', totalEntity: '?', totalMetadata: '?', backupDetails: '?', jobErrors: '?',
};

describe.each(Object.values(products).flatMap(({ title, endpoints }) => endpoints.map((endpoint) => [`${title}, ${endpoint.name}`, endpoint] as const)))('%s', (_, { decode }) => {
  const reading = decode({ jobs: [odd] }, context);
  const [row] = reading.kind === 'page' ? reading.page.rows : [];
  if (row === undefined) throw new Error('no row');

  test('all that is odd about a record is known before its job is written, and nothing more after it', () => {
    const before = [...row.warnings];
    expect(before.length).toBeGreaterThan(1);
    expect(before.map(({ message }) => message)).toContain('A job ends before it starts; its duration is the one reported, if any.');
    expect(row.node).toMatchObject({ jobId: row.id, status: row.status, startedAt: '2026-11-26T10:00:00.000Z', raw: odd });
    expect(row.warnings).toEqual(before);
  });

  test('a job is written once', () => {
    expect(row.node).toBe(row.node);
  });
});
