import { describe, expect, test } from 'vitest';

import { environmentOf, seatOf } from '../products/index.js';
import { body, readAlone, withWorld } from '../support/faults.js';

/** Errors inside a 200, and the ids that a support case needs, wherever they stand. */

const ids = { requestId: '0HN1ABCDEF:00000001', traceId: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
const error = { code: 'E500', message: 'no' };

const shapes: Readonly<Record<string, { readonly of: readonly string[]; readonly envelope: Readonly<Record<string, unknown>>; readonly httpStatus: number }>> = {
  statusCode: { of: ['microsoft-365/cloud-backup-jobs', 'salesforce/jobs'], envelope: { statusCode: 500, data: null, ...ids }, httpStatus: 500 },
  'statusCode in text': { of: ['microsoft-365/cloud-backup-jobs', 'salesforce/jobs'], envelope: { StatusCode: '503', data: null, ...ids }, httpStatus: 503 },
  status: { of: ['google-workspace/jobs'], envelope: { status: 500, jobs: [], ...ids }, httpStatus: 500 },
  'errors as a list': { of: ['microsoft-365/cloud-backup-jobs', 'salesforce/jobs'], envelope: { statusCode: 200, errors: [error], data: null, ...ids }, httpStatus: 200 },
  'errors as an object': { of: ['microsoft-365/cloud-backup-jobs', 'salesforce/jobs'], envelope: { statusCode: 200, errors: error, data: null, ...ids }, httpStatus: 200 },
  'error as text': { of: ['microsoft-365/jobs'], envelope: { error: 'E500', ...ids }, httpStatus: 200 },
  'error as an object with the ids': { of: ['microsoft-365/jobs', 'google-workspace/jobs'], envelope: { error: { ...error, ...ids } }, httpStatus: 200 },
  errorModel: { of: ['iaas-paas/jobs', 'iaas-paas/job-report'], envelope: { totalCount: 0, jobs: [], errorModel: { ...error, ...ids } }, httpStatus: 200 },
};

const cases = Object.entries(shapes).flatMap(([title, shape]) => shape.of.map((name) => ({ title, ...shape, seat: seatOf(name) })));

describe.concurrent.each(cases)('$title: $seat.name', ({ envelope, httpStatus, seat }) => {
  test('fails the source, with the ids of the body', () =>
    withWorld({ environment: environmentOf(seat), simulator: { switches: { [seat.product]: { fault: body(JSON.stringify(envelope), { headers: { 'x-request-id': 'of-a-proxy' } }) } } } }, async (world) => {
      const source = await readAlone(world, seat.field);
      expect(source).toMatchObject({ outcome: 'FAILED', error: { code: 'UPSTREAM_ERROR', isRetryable: true, httpStatus, ...ids } });
      expect(source.error?.message).not.toContain(error.code);
    }));

  test('or else of the headers', () => {
    const text = JSON.stringify(envelope, (key, value: unknown) => (key in ids ? undefined : value));
    return withWorld({ environment: environmentOf(seat), simulator: { switches: { [seat.product]: { fault: body(text, { headers: { 'x-request-id': ids.requestId, traceparent: ids.traceId } }) } } } }, async (world) => {
      expect(await readAlone(world, seat.field)).toMatchObject({ outcome: 'FAILED', error: { code: 'UPSTREAM_ERROR', httpStatus, ...ids } });
    });
  });
});

describe.concurrent('ids beside a status', () => {
  test.each([
    ['in the body', body(JSON.stringify(ids), { status: 403 })],
    ['in the body, in another casing', body(JSON.stringify({ RequestId: ids.requestId, TRACEID: ids.traceId }), { status: 403 })],
    ['in x-request-id and traceparent, below HTML', body('<html></html>', { status: 403, contentType: 'text/html', headers: { 'x-request-id': ids.requestId, traceparent: ids.traceId } })],
    ['in request-id and x-trace-id', body('', { status: 403, headers: { 'request-id': ids.requestId, 'x-trace-id': ids.traceId } })],
  ])('%s', (_title, fault) =>
    withWorld({ simulator: { switches: { salesforce: { fault } } } }, async (world) => {
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_FORBIDDEN', httpStatus: 403, ...ids });
    }));

  test.each(['<script>', 'x'.repeat(129), 'two words', '', '../..', 'a\u202eb'])('%j is no id', (id) =>
    withWorld({ simulator: { switches: { salesforce: { fault: body(JSON.stringify({ requestId: id, traceId: id }), { status: 403 }) } } } }, async (world) => {
      expect((await readAlone(world)).error).toMatchObject({ code: 'UPSTREAM_FORBIDDEN', requestId: null, traceId: null });
    }));
});
