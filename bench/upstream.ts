import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * An upstream that costs next to nothing: a token, and for every product's endpoint the same jobs whatever the filter and the window say,
 * its first pages written once. Arguments: milliseconds that each answer takes, and jobs a product.
 */
const delayMs = Number(process.argv[2]);
const total = Number(process.argv[3]);
const NEWEST = Math.floor(Date.now() / 1000) * 1000 - 60_000;
const SPACING_MS = 20_000;
const RUN_MS = 40_000;
/** The first pages are asked for over and over, the others once each. */
const PAGES_KEPT = 10;

type Row = Readonly<Record<string, unknown>>;

interface Endpoint {
  /** What sets the product's jobs apart in time from those of the others. */
  readonly offsetMs: number;
  readonly numberParameter: string;
  row(index: number, startTime: string, finishTime: string): Row;
  envelope(rows: readonly Row[], nextLink: string): unknown;
}

const endpoints: Readonly<Record<string, Endpoint>> = {
  '/backup/sfbapi/jobs': {
    offsetMs: 0,
    numberParameter: 'pageIndex',
    row: (index, startTime, finishTime) => ({
      type: 1, jobId: `AI2026${index}`, startTime, finishTime, status: 2, dataSize: 12_445_509, apiCalls: 2380, organizationId: '00Dam00000kxWaGEAU',
      successfulRecords: 8031, skippedRecords: 12, failedRecords: 0, totalRecords: 8043, successfulMetadata: 119, failedMetadata: 0, totalMetadata: 119,
      successfulObjects: 277, skippedObjects: 1, failedObjects: 0, totalObjects: 278,
    }),
    envelope: (jobs, nextLink) => ({ statusCode: 200, data: { totalCount: total, jobs, nextLink } }),
  },
  '/backup/google/admin/jobs': {
    offsetMs: 5000,
    numberParameter: 'pageIndex',
    row: (index, startTime, finishTime) => ({ jobId: `GDIG2026${index}`, appType: 1, jobType: 1, dataSource: 1, status: 2, progress: 100, startTime, finishTime, operator: 'System' }),
    envelope: (jobs) => ({ status: 200, jobs }),
  },
  '/backup/vm/jobs': {
    offsetMs: 10_000,
    numberParameter: 'pageNumber',
    row: (index, startTime, finishTime) => ({
      jobId: `FB2026${index}`, jobType: 1, status: 2, failedCount: 0, successfulCount: 12, skippedCount: 0, totalCount: 12, startTime, finishTime, duration: '00:00:40', comments: '',
    }),
    envelope: (jobs) => ({ totalCount: total, jobs }),
  },
  '/backup/m365/cloudbackupjobs': {
    offsetMs: 15_000,
    numberParameter: 'pageIndex',
    row: (index, startTime, finishTime) => ({
      id: `IB2026${index}`, state: 'Finished', startTime, finishTime, duration: '0.011', backupDetails: { totalCount: 12, failedCount: 0, successfulCount: 12, skippedCount: 0 }, jobErrors: [],
    }),
    envelope: (data, nextLink) => ({ statusCode: 200, data, metadata: { totalCount: total, nextLink } }),
  },
};

const kept = new Map<string, string>();

function pageOf(url: string): string {
  const known = kept.get(url);
  if (known !== undefined) return known;
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const endpoint = endpoints[pathname];
  if (endpoint === undefined) return '{}';
  const size = Number(searchParams.get('pageSize'));
  const number = Number(searchParams.get(endpoint.numberParameter));
  const text = JSON.stringify(writePage(endpoint, size, number, searchParams.get('dataSource') === '2' ? 0 : total));
  if (number < PAGES_KEPT) kept.set(url, text);
  return text;
}

/** `count`: of Google's two portals the second has no jobs. */
function writePage({ offsetMs, row, envelope }: Endpoint, size: number, number: number, count: number): unknown {
  const first = number * size;
  const rows = Array.from({ length: Math.max(0, Math.min(size, count - first)) }, (_, index) => {
    const startedAt = NEWEST - offsetMs - (first + index) * SPACING_MS;
    return row(count - first - index, writeInstant(startedAt), writeInstant(startedAt + RUN_MS));
  });
  return envelope(rows, first + size >= count ? '' : 'more');
}

function writeInstant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

const TOKEN = JSON.stringify({ access_token: 'token', token_type: 'Bearer', expires_in: 3600 });

const server = createServer((request, response) => {
  request.resume();
  const text = request.method === 'POST' ? TOKEN : pageOf(request.url ?? '');
  const answer = (): void => void response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
  if (delayMs === 0) answer();
  else void sleep(delayMs).then(answer);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
