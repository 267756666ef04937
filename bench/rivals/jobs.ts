import { Pool } from 'undici';

/** What each rival does before it answers: one page of jobs read, normalised, and paged by a cursor. */
export interface RivalJob {
  readonly __typename: 'SalesforceJob';
  readonly id: string;
  readonly jobId: string;
  readonly status: string;
  readonly operation: string;
  readonly type: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly dataSizeKilobytes: number | null;
}

export interface RivalPage {
  readonly edges: readonly { readonly cursor: string; readonly node: RivalJob }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Envelope {
  readonly data: { readonly totalCount: number; readonly jobs: readonly Readonly<Record<string, unknown>>[] };
}

export const TYPE_DEFS = `
  enum JobStatus { RUNNING SUCCEEDED PARTIAL FAILED UNKNOWN }
  type SalesforceJob { id: ID! jobId: String! status: JobStatus! operation: String type: String startedAt: String finishedAt: String dataSizeKilobytes: Int }
  type Edge { cursor: String! node: SalesforceJob! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Connection { edges: [Edge!]! pageInfo: PageInfo! }
  type Query { salesforceJobs(first: Int, after: String): Connection! }
`;

const STATUSES: Readonly<Record<number, string>> = { 1: 'RUNNING', 2: 'SUCCEEDED', 3: 'PARTIAL', 4: 'FAILED' };

/** `upstream`: its base URL. */
export function createReader(upstream: string): (first: number) => Promise<RivalPage> {
  const pool = new Pool(upstream, { connections: 8, pipelining: 1 });
  return async (first) => {
    const { body } = await pool.request({ method: 'GET', path: `/backup/sfbapi/jobs?pageIndex=0&pageSize=${first}`, headers: { authorization: 'Bearer token' } });
    const { data } = JSON.parse(await body.text()) as Envelope;
    const nodes = data.jobs.map(normalise);
    const edges = nodes.map((node, index) => ({ cursor: cursorAt(index + 1), node }));
    return { edges, pageInfo: { hasNextPage: data.totalCount > first, endCursor: edges.at(-1)?.cursor ?? null } };
  };
}

function normalise(row: Readonly<Record<string, unknown>>): RivalJob {
  const jobId = String(row['jobId']);
  return {
    __typename: 'SalesforceJob',
    id: Buffer.from(`default/us/salesforce/${jobId}`).toString('base64url'),
    jobId,
    status: STATUSES[Number(row['status'])] ?? 'UNKNOWN',
    operation: 'BACKUP',
    type: 'BACKUP',
    startedAt: new Date(String(row['startTime'])).toISOString(),
    finishedAt: row['finishTime'] === null ? null : new Date(row['finishTime'] as string).toISOString(),
    dataSizeKilobytes: Number(row['dataSize']),
  };
}

function cursorAt(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64url');
}
