import type { Product } from './product.js';

/** docs/upstream.md §8. */
export const dynamics365: Product = {
  name: 'dynamics-365',
  // Its only permission can write.
  isByDefault: false,
  field: 'dynamics365Jobs',
  filterInput: 'Dynamics365JobFilter',
  typename: 'Dynamics365Job',
  scope: 'dynamics.readwrite.all',
  statuses: { 2: 'RUNNING', 3: 'SUCCEEDED', 4: 'FAILED', 7: 'PARTIAL' },
  statusLabels: { 2: 'In progress', 3: 'Finished', 4: 'Failed', 7: 'Finished with exception' },
  statusNames: null,
  types: {
    1: ['BACKUP', 'BACKUP'],
    2: ['RESTORE', 'RESTORE'],
    4: ['DRY_RUN', 'ANALYSIS'],
    8: ['RETENTION', 'RETENTION'],
    16: ['AUDIT_BACKUP', 'BACKUP'],
    32: ['EXPORT', 'EXPORT'],
  },
  services: {},
  statusSpellings: [
    ['InProgress', 'RUNNING'],
    ['Finished with exception', 'PARTIAL'],
    ['SUCCEEDED', 'SUCCEEDED'],
  ],
  typeSpellings: [
    ['Dry run', 'DRY_RUN', 'ANALYSIS'],
    ['AuditBackup', 'AUDIT_BACKUP', 'BACKUP'],
  ],
  ownFilters: {
    organizationId: {
      values: ['69cb1ecc-f8e8-439b-8077-a4b7fd45e87f', '1f0d94a2-3c1b-4e57-9a55-0c5b6f2f7d11', '6cccccc-ffff-bbb-88888-aabbccdeee'],
      isList: false,
      of: ({ organizationId }) => organizationId,
    },
  },
  isSearched: false,
  typeField: 'dynamicsType',
  selection: /* GraphQL */ `
    dynamicsType: type
    counts { warning }
    recordCounts { total successful failed skipped warning }
    backupSizeBytes
    organizationId
    organizationName
  `,
  own: ({ counts, recordCounts, backupSizeBytes, organizationId, organizationName }) => ({
    counts: counts && { warning: null, ...counts },
    recordCounts: recordCounts && { warning: null, ...recordCounts },
    backupSizeBytes,
    organizationId,
    organizationName,
  }),
  workloadText: ({ module }) => module,
  shown: ({ organizationName }) => organizationName,
  failures: () => null,
  vary: () => ({}),
  endpoints: [
    {
      name: 'jobs',
      method: 'GET',
      path: '/dynamicsbackup/jobs',
      rowNames: [
        ...['module', 'type', 'jobId', 'startTime', 'finishTime', 'durationHours', 'status'],
        ...['successfulEntity', 'failedEntity', 'skippedEntity', 'warningEntity', 'totalEntity'],
        ...['successfulRecord', 'failedRecord', 'skippedRecord', 'warningRecord', 'totalRecord'],
        ...['backupSize', 'organizationId', 'organizationName'],
      ],
      idName: 'jobId',
      statusName: 'status',
      typeName: 'type',
      serviceName: null,
      durationName: 'durationHours',
      durationUnit: 'hours',
      longestDuration: '99999999',
      numbers: {
        totalEntity: 'counts.total',
        successfulEntity: 'counts.successful',
        failedEntity: 'counts.failed',
        skippedEntity: 'counts.skipped',
        warningEntity: 'counts.warning',
        totalRecord: 'recordCounts.total',
        successfulRecord: 'recordCounts.successful',
        failedRecord: 'recordCounts.failed',
        skippedRecord: 'recordCounts.skipped',
        warningRecord: 'recordCounts.warning',
        backupSize: 'backupSizeBytes',
      },
      numbersIn: null,
      texts: { organizationId: 'organizationId', organizationName: 'organizationName' },
      otherWords: {},
      linkQuery: 'type=0&pageIndex=2',
      tokenParameter: null,
      isNumbered: true,
      firstPage: 1,
      linksByNumber: true,
      hasTotal: true,
      hasLink: true,
      lists: 1,
      isFoundById: false,
      statusParameter: 'status',
      isZeroAll: true,
      grain: 'hour',
      openFrom: '2000-01-01T00:00:00.000Z',
      proven: [
        { rowName: 'status', filter: { statuses: ['FAILED'] } },
        { rowName: 'type', filter: { types: ['RESTORE'] } },
      ],
      page: (rows) => `{"totalCount":1,"nextLink":"","jobs":[${rows}],"pageIndex":1,"pageSize":100}`,
      sample: { file: 'dynamics-365/jobs' },
      errors: {
        httpStatus: null,
        ids: ['traceId'],
        bad: ['{"totalCount":0,"jobs":[],"errors":{"code":"E500"}}', '{"statusCode":500,"totalCount":0,"jobs":[]}'],
        good: ['{"totalCount":0,"nextLink":"","jobs":[]}', '{"totalCount":0,"jobs":[],"nextLink":null}'],
      },
    },
  ],
};
