import type { Codes, Product } from './product.js';

/** docs/upstream.md §3 `appType`. */
const services: Codes = {
  1: 'GMAIL',
  2: 'DRIVE',
  4: 'CALENDAR',
  8: 'CONTACTS',
  64: 'SHARED_DRIVES',
  128: 'CLASSROOM',
  256: 'USERS',
  512: 'GROUPS',
  4096: 'CHAT',
  8192: 'GMAIL_VAULT',
  16384: 'DRIVE_VAULT',
  32768: 'SHARED_DRIVES_VAULT',
};

/** docs/upstream.md §3 `dataSource`. */
const dataSources: Codes = { 1: 'ADMIN', 2: 'RECENTER' };

const nameOf = (table: Codes, code: number | null): string | null => (code === null ? null : (table[code] ?? 'UNKNOWN'));

/** docs/upstream.md §3. */
export const googleWorkspace: Product = {
  name: 'google-workspace',
  isByDefault: true,
  field: 'googleWorkspaceJobs',
  filterInput: 'GoogleWorkspaceJobFilter',
  typename: 'GoogleWorkspaceJob',
  scope: 'gsuite.graph.read.all',
  statuses: { 0: 'RUNNING', 2: 'SUCCEEDED', 3: 'FAILED', 7: 'PARTIAL' },
  statusLabels: { 0: 'In progress', 2: 'Finished', 3: 'Failed', 7: 'Finished with exception' },
  statusNames: null,
  types: {
    1: ['BACKUP', 'BACKUP'],
    2: ['RESTORE', 'RESTORE'],
    3: ['EXPORT', 'EXPORT'],
    4: ['DELETE', 'DELETE'],
    5: ['RETENTION', 'RETENTION'],
    6: ['GENERATE_REPORT', 'REPORT'],
  },
  services,
  statusSpellings: [
    ['Failed', 'FAILED'],
    ['FinishedException', 'PARTIAL'],
    ['SUCCEEDED', 'SUCCEEDED'],
  ],
  typeSpellings: [['Generate Report', 'GENERATE_REPORT', 'REPORT']],
  ownFilters: { dataSources: { values: ['ADMIN', 'RECENTER'], isList: true, of: ({ dataSource }) => nameOf(dataSources, dataSource) ?? 'UNKNOWN' } },
  isSearched: false,
  typeField: 'googleType',
  selection: 'service googleType: type dataSource operator',
  own: (job) => ({ service: nameOf(services, job.service), dataSource: nameOf(dataSources, job.dataSource), operator: job.operator === '' ? null : job.operator }),
  workloadText: () => null,
  shown: ({ operator }) => operator,
  failures: () => null,
  // From its two portals by turns.
  vary: (index) => ({ dataSource: (index % 2) + 1 }),
  endpoints: [
    {
      name: 'jobs',
      method: 'GET',
      path: '/backup/google/admin/jobs',
      rowNames: ['jobId', 'appType', 'jobType', 'dataSource', 'status', 'progress', 'startTime', 'finishTime', 'operator'],
      idName: 'jobId',
      statusName: 'status',
      typeName: 'jobType',
      serviceName: 'appType',
      durationName: null,
      durationUnit: null,
      longestDuration: null,
      numbers: {},
      numbersIn: null,
      texts: { operator: 'operator' },
      otherWords: { appType: services, dataSource: { 1: 'Admin', 2: 'ReCenter' } },
      linkQuery: 'NextLink=abc',
      tokenParameter: 'NextLink',
      isNumbered: false,
      firstPage: 0,
      linksByNumber: false,
      hasTotal: false,
      hasLink: true,
      // One a portal.
      lists: 2,
      isFoundById: false,
      statusParameter: 'jobStatus',
      isZeroAll: false,
      grain: 'hour',
      openFrom: null,
      proven: [
        { rowName: 'status', filter: { statuses: ['FAILED'] } },
        { rowName: 'jobType', filter: { types: ['RESTORE', 'EXPORT'] } },
        { rowName: 'appType', filter: { services: ['GMAIL', 'DRIVE'] } },
        { rowName: 'dataSource', filter: { dataSources: ['RECENTER'] } },
      ],
      page: (rows) => `{"status":200,"message":"","jobs":[${rows}],"nextLink":null}`,
      sample: { file: 'google-workspace/jobs' },
      errors: {
        httpStatus: 500,
        ids: ['requestId', 'traceId'],
        bad: ['{"status":500,"message":"x","jobs":[]}', '{"Status":500,"Message":"x","Value":[]}'],
        good: ['{"status":200,"message":"ok","jobs":[]}', '{"status":"200","jobs":[],"nextLink":""}'],
      },
    },
  ],
};
