import { describe, expect, it } from 'vitest';

import { readEnvelope } from '../../src/wire/envelope.js';

const rows = [{ jobId: 'a' }];

/** docs/upstream.md §1 (rows, totals and links by product), §2 (1) and (6). */
describe('readEnvelope', () => {
  const pages: readonly [title: string, body: object, total: number | null, nextLink: unknown][] = [
    ['Google Workspace', { status: 200, message: '', jobs: rows, nextLink: 'abc' }, null, 'abc'],
    ['Google Workspace, older', { Status: 200, Message: '', Value: rows, NextLink: 'abc' }, null, 'abc'],
    ['IaaS + PaaS', { totalCount: 51, jobs: rows, nextLink: 'abc' }, 51, 'abc'],
    ['IaaS + PaaS, with an error model that names no error', { totalCount: 51, jobs: rows, errorModel: { RequestId: 'req-1', date: '2024-10-31', errorCode: null } }, 51, undefined],
    ['IaaS + PaaS, as its table spells it', { totalCount: 51, jobs: rows, nextlink: 'abc', errorModel: null }, 51, 'abc'],
    ['the job report', { totalCount: 1, jobs: rows }, 1, undefined],
    ['Microsoft 365', { statusCode: 200, message: '', errors: null, data: rows, metadata: { totalCount: 3, nextLink: '' } }, 3, ''],
    ['Microsoft 365 with totalNumber', { statusCode: 200, errors: [], data: rows, metadata: { totalNumber: 3, nextLink: null } }, 3, null],
    ['Microsoft 365, older', { totalCount: 3, jobs: rows, nextLink: '', traceId: 'x', error: null }, 3, ''],
    ['Microsoft 365, older, in Pascal case', { TotalCount: 3, Jobs: rows, NextLink: '' }, 3, ''],
    ['Salesforce', { statusCode: 200, message: '', data: { totalCount: 1, jobs: rows, nextLink: '' }, requestId: 'r' }, 1, ''],
    ['Dynamics 365, older', { totalNumber: 7, result: rows }, 7, undefined],
    ['totals as text', { totalCount: '51', jobs: rows }, 51, undefined],
    ['a total of N/A', { totalCount: 'N/A', jobs: rows }, null, undefined],
    ['a total below nothing', { totalCount: -1, jobs: rows }, null, undefined],
    ['a total of 0', { totalCount: 0, jobs: rows }, 0, undefined],
    ['a status as text', { status: '200', jobs: rows }, null, undefined],
  ];
  it.each(pages)('%s', (_title, body, total, nextLink) => {
    const reading = readEnvelope(body);
    expect(reading).toMatchObject({ kind: 'page', envelope: { records: rows, total } });
    expect(reading.kind === 'page' && reading.envelope.nextLink).toBe(nextLink);
  });

  const failures: readonly [title: string, body: object, failure: object][] = [
    ['Google Workspace', { status: 500, message: 'x', jobs: null }, { status: 500 }],
    ['Google Workspace, rows or no rows', { status: 403, jobs: rows }, { status: 403 }],
    ['IaaS + PaaS, as documented', { totalCount: 0, jobs: rows, errorModel: 'req, 2024-10-31, E1' }, { status: null }],
    ['IaaS + PaaS, an object', { jobs: null, errorModel: { requestId: 'req-1', errorCode: 500 } }, { status: null, requestId: 'req-1' }],
    ['Microsoft 365, by its code', { statusCode: 404, data: null, requestId: 'req-1', traceId: 'tr-1' }, { status: 404, requestId: 'req-1', traceId: 'tr-1' }],
    ['Microsoft 365, a list of errors', { statusCode: 200, errors: [{ code: 'E1' }], data: rows }, { status: null }],
    ['Microsoft 365, an object of errors', { statusCode: 200, errors: { code: 'E1' }, data: rows }, { status: null }],
    ['Microsoft 365, older', { traceId: 'tr-1', error: 'E1' }, { status: null, traceId: 'tr-1' }],
    ['Microsoft 365, older, in Pascal case', { TraceId: 'tr-1', Error: 'E1' }, { status: null, traceId: 'tr-1' }],
    ['Salesforce', { statusCode: 500, errors: { message: 'E1' }, data: null, requestId: 'req-1' }, { status: 500, requestId: 'req-1' }],
    ['a status as text', { statusCode: '503', data: null }, { status: 503 }],
  ];
  it.each(failures)('a failure of %s', (_title, body, failure) => {
    expect(readEnvelope(body)).toMatchObject({ kind: 'failure', failure });
  });

  it.each([null, undefined, 12, 'text', true, [], rows])('%o is no page', (body) => {
    expect(readEnvelope(body)).toEqual({ kind: 'unreadable' });
  });
  it.each([{ jobs: 'none' }, { jobs: 12 }, { data: 'none' }, { data: { jobs: 'none' } }, { message: 'hello' }])('%o is no page', (body) => {
    expect(readEnvelope(body)).toEqual({ kind: 'unreadable' });
  });

  it('does not take the status of a job for one of the page', () => {
    expect(readEnvelope({ totalCount: 1, jobs: [{ jobId: 'a', status: 16, state: 500, error: 'x' }] }).kind).toBe('page');
  });
});
