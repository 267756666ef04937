import type { Codes, Product } from './product.js';

/** docs/upstream.md §7 `level`. */
const levels: Codes = { 1: 'ORGANIZATION', 2: 'OBJECT', 3: 'RECORD', 4: 'FIELD', 5: 'METADATA', 6: 'NOT_APPLICABLE' };

/** docs/upstream.md §7. */
export const salesforce: Product = {
  name: 'salesforce',
  isByDefault: true,
  field: 'salesforceJobs',
  filterInput: 'SalesforceJobFilter',
  typename: 'SalesforceJob',
  scope: 'salesforce.public.read.all',
  statuses: { 1: 'RUNNING', 2: 'SUCCEEDED', 3: 'PARTIAL', 4: 'FAILED', 5: 'PAUSED', 6: 'STOPPED', 7: 'SKIPPED' },
  statusLabels: { 1: 'In progress', 2: 'Finished', 3: 'Finished with exception', 4: 'Failed', 5: 'Paused', 6: 'Stopped', 7: 'Skipped' },
  statusNames: null,
  types: {
    1: ['BACKUP', 'BACKUP'],
    2: ['ON_DEMAND_BACKUP', 'BACKUP'],
    3: ['RESTORE', 'RESTORE'],
    4: ['PRE_RESTORE', 'ANALYSIS'],
    5: ['COMPARE', 'COMPARE'],
    6: ['ARCHIVE', 'ARCHIVE'],
    7: ['SIMULATION', 'ANALYSIS'],
    8: ['INACTIVE_DATA_ANALYSIS', 'ANALYSIS'],
    9: ['RETENTION', 'RETENTION'],
    10: ['DISCOVERY', 'SYNC'],
    11: ['BACKUP_EXPORT', 'EXPORT'],
    12: ['ON_DEMAND_EXPORT', 'EXPORT'],
    13: ['AUTO_EXPORT', 'EXPORT'],
    14: ['DATA_CLEANUP', 'DELETE'],
    15: ['SANDBOX_SEEDING', 'SEEDING'],
    16: ['GENERATE_RECOVERY_POINT', 'OTHER'],
    17: ['CONTINUOUS_DATA_PROTECTION', 'BACKUP'],
    18: ['DATA_SERVICE', 'OTHER'],
    19: ['ON_DEMAND_DATA_SERVICE', 'OTHER'],
    20: ['AUDIT_LOG_BACKUP', 'BACKUP'],
    21: ['AUDIT_LOG_EXPORT', 'EXPORT'],
    22: ['AUDIT_LOG_AUTO_EXPORT', 'EXPORT'],
  },
  services: {},
  statusSpellings: [
    ['Finished with exception', 'PARTIAL'],
    ['PAUSED', 'PAUSED'],
  ],
  typeSpellings: [
    ['On-Demand Backup', 'ON_DEMAND_BACKUP', 'BACKUP'],
    ['PreRestore', 'PRE_RESTORE', 'ANALYSIS'],
  ],
  ownFilters: {
    level: { values: Object.values(levels), isList: false, of: ({ level }) => levels[level ?? -1] ?? null },
    organizationId: { values: ['00Dam00000kxWaGEAU', '00D5g000004QzLbEAK', '00DDn00000BwTzYMAV'], isList: false, of: ({ organizationId }) => organizationId },
  },
  isSearched: false,
  typeField: 'salesforceType',
  selection: /* GraphQL */ `
    salesforceType: type
    recordCounts { total successful failed skipped }
    metadataCounts { total successful failed skipped }
    dataSizeKilobytes
    apiCalls
    organizationId
  `,
  own: (job) => ({
    recordCounts: job.recordCounts,
    // Nobody counts skipped metadata.
    metadataCounts: job.metadataCounts && { ...job.metadataCounts, skipped: null },
    dataSizeKilobytes: job.dataSizeKilobytes,
    apiCalls: job.apiCalls,
    organizationId: job.organizationId,
  }),
  workloadText: () => null,
  shown: ({ organizationId }) => organizationId,
  failures: () => null,
  vary: () => ({}),
  endpoints: [
    {
      name: 'jobs',
      method: 'GET',
      path: '/backup/sfbapi/jobs',
      rowNames: [
        ...['type', 'jobId', 'startTime', 'finishTime', 'status'],
        ...['successfulRecords', 'skippedRecords', 'failedRecords', 'totalRecords'],
        ...['successfulMetadata', 'failedMetadata', 'totalMetadata'],
        ...['successfulObjects', 'skippedObjects', 'failedObjects', 'totalObjects'],
        ...['dataSize', 'apiCalls', 'organizationId'],
      ],
      idName: 'jobId',
      statusName: 'status',
      typeName: 'type',
      serviceName: null,
      durationName: null,
      durationUnit: null,
      longestDuration: null,
      numbers: {
        totalObjects: 'counts.total',
        successfulObjects: 'counts.successful',
        failedObjects: 'counts.failed',
        skippedObjects: 'counts.skipped',
        totalRecords: 'recordCounts.total',
        successfulRecords: 'recordCounts.successful',
        failedRecords: 'recordCounts.failed',
        skippedRecords: 'recordCounts.skipped',
        totalMetadata: 'metadataCounts.total',
        successfulMetadata: 'metadataCounts.successful',
        failedMetadata: 'metadataCounts.failed',
        dataSize: 'dataSizeKilobytes',
        apiCalls: 'apiCalls',
      },
      numbersIn: null,
      texts: { organizationId: 'organizationId' },
      otherWords: {},
      linkQuery: 'pageIndex=1',
      tokenParameter: null,
      isNumbered: true,
      firstPage: 0,
      linksByNumber: false,
      hasTotal: true,
      hasLink: true,
      lists: 1,
      isFoundById: false,
      statusParameter: 'status',
      isZeroAll: false,
      grain: 'day',
      openFrom: '2000-01-01',
      proven: [
        { rowName: 'status', filter: { statuses: ['FAILED'] } },
        { rowName: 'type', filter: { types: ['BACKUP'] } },
      ],
      page: (rows) => `{"statusCode":200,"data":{"totalCount":1,"jobs":[${rows}],"nextLink":""}}`,
      // The sample says `state` where the table says `status`, and leaves three fields out.
      sample: { file: 'salesforce/jobs', renamed: { state: 'status' }, more: { dataSize: 12, apiCalls: 3, organizationId: '00Dam00000kxWaGEAU' } },
      errors: {
        httpStatus: 500,
        ids: ['requestId', 'traceId'],
        bad: ['{"statusCode":500,"data":{"totalCount":0,"jobs":[]}}', '{"statusCode":200,"errors":{"code":"E500"},"data":{"totalCount":0,"jobs":[]}}'],
        good: ['{"statusCode":200,"message":"","data":{"totalCount":0,"jobs":[],"nextLink":""}}', '{"statusCode":200,"errors":null,"data":{"jobs":[]}}'],
      },
    },
  ],
};
