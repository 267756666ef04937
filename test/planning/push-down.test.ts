import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { seatOf, type Seat } from '../products/index.js';
import { listPage, sourceOf } from '../support/list-jobs.js';
import { startBothWorlds, streamsOf } from './streams.js';

const googleWorkspace = seatOf('google-workspace/jobs');
const iaasPaas = seatOf('iaas-paas/jobs');
const jobReport = seatOf('iaas-paas/job-report');
const microsoft365 = seatOf('microsoft-365/cloud-backup-jobs');
const microsoft365Older = seatOf('microsoft-365/jobs');
const salesforce = seatOf('salesforce/jobs');

let worlds: Awaited<ReturnType<typeof startBothWorlds>>;
beforeAll(async () => void (worlds = await startBothWorlds()));
afterAll(() => worlds.close());

interface Case {
  readonly filter: Readonly<Record<string, unknown>>;
  /** Parameters of every stream. */
  readonly asked: readonly string[];
  readonly local?: readonly string[];
}

function describeSeat(seat: Seat, names: readonly string[], cases: Readonly<Record<string, Case>>): void {
  describe(seat.name, () => {
    test.each(Object.entries(cases))('%s', async (_title, { filter, asked, local = [] }) => {
      const streams = await streamsOf(worlds.of(seat), seat, names, { filter });
      expect(streams.asked).toEqual([...asked].sort());
      expect([...streams.source.localFilters].sort()).toEqual([...local].sort());
    });
  });
}

const both = (rest: string): string[] => ['dataSource=1', 'dataSource=2'].map((portal) => `${portal}${rest}`);

describeSeat(googleWorkspace, ['dataSource', 'appType', 'jobType', 'jobStatus'], {
  'no filter: both portals, and nothing else': { filter: {}, asked: both('') },
  'one portal': { filter: { dataSources: ['RECENTER'] }, asked: ['dataSource=2'] },
  'both portals, named': { filter: { dataSources: ['RECENTER', 'ADMIN'] }, asked: both('') },
  'a service': { filter: { services: ['SHARED_DRIVES_VAULT'] }, asked: both(' appType=32768') },
  'a type': { filter: { types: ['GENERATE_REPORT'] }, asked: both(' jobType=6') },
  'a status': { filter: { statuses: ['PARTIAL'] }, asked: both(' jobStatus=7') },
  'the status whose code is 0': { filter: { statuses: ['RUNNING'] }, asked: both(' jobStatus=0') },
  'two types: four streams': { filter: { types: ['BACKUP', 'RESTORE'] }, asked: [...both(' jobType=1'), ...both(' jobType=2')] },
  'three types: more than four streams, so here': { filter: { types: ['BACKUP', 'RESTORE', 'EXPORT'] }, asked: both(''), local: ['types'] },
  'four types of one portal: four streams': {
    filter: { dataSources: ['ADMIN'], types: ['BACKUP', 'RESTORE', 'EXPORT', 'DELETE'] },
    asked: [1, 2, 3, 4].map((type) => `dataSource=1 jobType=${type}`),
  },
  'a value in every facet': {
    filter: { dataSources: ['ADMIN'], services: ['GMAIL'], types: ['BACKUP'], statuses: ['SUCCEEDED'] },
    asked: ['dataSource=1 appType=1 jobType=1 jobStatus=2'],
  },
  'one value is sent also beside a list that is not': {
    filter: { services: ['GMAIL', 'DRIVE', 'CALENDAR'], types: ['BACKUP'] },
    asked: both(' jobType=1'),
    local: ['services'],
  },
  'codes without a name': { filter: { serviceCodes: [65536], typeCodes: [9], statusCodes: [5] }, asked: both(' appType=65536 jobType=9 jobStatus=5') },
  'the status code 0': { filter: { statusCodes: [0] }, asked: both(' jobStatus=0') },
  'a list and its codes: one list of alternatives': { filter: { types: ['RETENTION'], typeCodes: [9] }, asked: [...both(' jobType=5'), ...both(' jobType=9')] },
  'a code that is a name too: one value': { filter: { types: ['RETENTION'], typeCodes: [5] }, asked: both(' jobType=5') },
  'a value twice: one value': { filter: { types: ['RETENTION', 'RETENTION'] }, asked: both(' jobType=5') },
});

describeSeat(iaasPaas, ['serviceType', 'jobType', 'searchText'], {
  'no filter': { filter: {}, asked: [''] },
  'a type': { filter: { types: ['AZURE_VM_INDEX_GENERATION'] }, asked: ['jobType=33'] },
  'four types: four streams': {
    filter: { types: ['ENTRA_ID_BACKUP', 'ENTRA_ID_RESTORE', 'ENTRA_ID_EXPORT', 'DATA_RETENTION'] },
    asked: ['jobType=128', 'jobType=256', 'jobType=257', 'jobType=64'],
  },
  'five types: here, since records carry them': {
    filter: { types: ['ENTRA_ID_BACKUP', 'ENTRA_ID_RESTORE', 'ENTRA_ID_EXPORT', 'DATA_RETENTION', 'DATA_DELETION'] },
    asked: [''],
    local: ['types'],
  },
  'a service': { filter: { services: ['AZURE_SQL_NATIVE'] }, asked: ['serviceType=512'] },
  'a backend service': { filter: { serviceCodes: [32] }, asked: ['serviceType=32'] },
  'six services: always one stream each': {
    filter: { services: ['AZURE_VM', 'ENTRA_ID', 'AZURE_STORAGE', 'COMMON', 'AMAZON_EC2', 'AMAZON_S3'] },
    asked: [1, 2, 4, 128, 256, 26000].map((service) => `serviceType=${service}`),
  },
  'a status: never a parameter': { filter: { statuses: ['FAILED'] }, asked: [''], local: ['statuses'] },
  'a status of two codes': { filter: { statuses: ['QUEUED'] }, asked: [''], local: ['statuses'] },
  'a status code': { filter: { statusCodes: [128] }, asked: [''], local: ['statusCodes'] },
  'a text': { filter: { search: 'FB2024' }, asked: ['searchText=FB2024'] },
});

describeSeat(jobReport, ['serviceType', 'jobType', 'searchText'], {
  'no filter': { filter: {}, asked: [''] },
  'six types: records prove none, so one stream each': {
    filter: { types: ['ENTRA_ID_BACKUP', 'ENTRA_ID_RESTORE', 'ENTRA_ID_EXPORT', 'DATA_RETENTION', 'DATA_DELETION', 'AMAZON_S3_BACKUP'] },
    asked: [128, 256, 257, 64, 30003, 90110].map((type) => `jobType=${type}`),
  },
  'services by types': {
    filter: { services: ['AZURE_VM', 'ENTRA_ID'], types: ['AZURE_VM_BACKUP', 'ENTRA_ID_BACKUP'] },
    asked: ['serviceType=1 jobType=1', 'serviceType=1 jobType=128', 'serviceType=2 jobType=1', 'serviceType=2 jobType=128'],
  },
  'a status: never a parameter': { filter: { statuses: ['STOPPED'] }, asked: [''], local: ['statuses'] },
  'a text': { filter: { search: 'FB2024' }, asked: ['searchText=FB2024'] },
});

const microsoft365Parameters = ['objectType', 'jobType', 'jobState', 'location'];
const microsoft365Cases: Readonly<Record<string, Case>> = {
  'no filter': { filter: {}, asked: [''] },
  'five types: records prove none, so one stream each': {
    filter: { types: ['BACKUP', 'RESTORE', 'EXPORT', 'DELETE', 'RETENTION'] },
    asked: [1, 2, 3, 4, 5].map((type) => `jobType=${type}`),
  },
  'services by types': {
    filter: { services: ['TEAMS', 'TEAMS_CHAT', 'POWER_APPS'], types: ['BACKUP', 'EXPORT'] },
    asked: [7, 9, 12].flatMap((service) => [1, 3].map((type) => `objectType=${service} jobType=${type}`)),
  },
  'the status of two codes': { filter: { statuses: ['PARTIAL'] }, asked: ['jobState=4', 'jobState=5'] },
  'three codes of status': { filter: { statuses: ['PARTIAL', 'FAILED'] }, asked: ['jobState=3', 'jobState=4', 'jobState=5'] },
  'all five codes of status: here': { filter: { statuses: ['PARTIAL', 'FAILED', 'RUNNING', 'SUCCEEDED'] }, asked: [''], local: ['statuses'] },
  'one status beside many types: sent with each': {
    filter: { types: ['BACKUP', 'RESTORE', 'EXPORT', 'DELETE', 'RETENTION'], statuses: ['FAILED'] },
    asked: [1, 2, 3, 4, 5].map((type) => `jobType=${type} jobState=3`),
  },
  'two statuses beside many types: here': {
    filter: { types: ['BACKUP', 'RESTORE', 'EXPORT'], statuses: ['FAILED', 'SUCCEEDED'] },
    asked: [1, 2, 3].map((type) => `jobType=${type}`),
    local: ['statuses'],
  },
  'codes without a name': { filter: { serviceCodes: [42], typeCodes: [77] }, asked: ['objectType=42 jobType=77'] },
  'a list and its codes: one list of alternatives': { filter: { types: ['RESTORE'], typeCodes: [77] }, asked: ['jobType=2', 'jobType=77'] },
};
describeSeat(microsoft365, microsoft365Parameters, {
  ...microsoft365Cases,
  'a location': { filter: { location: 'EUR' }, asked: ['location=EUR'] },
});
describeSeat(microsoft365Older, microsoft365Parameters, microsoft365Cases);

describeSeat(salesforce, ['type', 'status', 'level', 'organizationId'], {
  'no filter': { filter: {}, asked: [''] },
  'a type': { filter: { types: ['AUDIT_LOG_AUTO_EXPORT'] }, asked: ['type=22'] },
  'statuses whose codes are not in the order of the others': { filter: { statuses: ['FAILED', 'PARTIAL'] }, asked: ['status=3', 'status=4'] },
  'two by two': {
    filter: { types: ['BACKUP', 'RESTORE'], statuses: ['FAILED', 'STOPPED'] },
    asked: ['type=1 status=4', 'type=1 status=6', 'type=3 status=4', 'type=3 status=6'],
  },
  'five types: here': { filter: { types: ['BACKUP', 'RESTORE', 'COMPARE', 'ARCHIVE', 'RETENTION'] }, asked: [''], local: ['types'] },
  'a level': { filter: { level: 'NOT_APPLICABLE' }, asked: ['level=6'] },
  'the code that stands for all: here': { filter: { typeCodes: [0, 1] }, asked: [''], local: ['typeCodes'] },
  'an organization without a name: as any other': { filter: { organizationId: '' }, asked: [''], local: [] },
  'an organization': { filter: { organizationId: '00D5g000004QzLbEAK' }, asked: ['organizationId=00D5g000004QzLbEAK'] },
  'everything at once': {
    filter: { level: 'ORGANIZATION', organizationId: '00Dam00000kxWaGEAU', types: ['BACKUP'], statuses: ['SKIPPED'] },
    asked: ['type=1 status=7 level=1 organizationId=00Dam00000kxWaGEAU'],
  },
});

describe('two lists that are too many together', () => {
  test.each([
    [salesforce, { types: ['BACKUP', 'RESTORE', 'COMPARE'], statuses: ['FAILED', 'PARTIAL'] }, ['types', 'statuses']],
    [googleWorkspace, { services: ['GMAIL', 'DRIVE'], types: ['BACKUP', 'RESTORE'] }, ['services', 'types']],
  ] as const)('at most four streams, and what is not sent is named: $0.name', async (seat, filter, fields) => {
    const names = seat === salesforce ? ['type', 'status'] : ['appType', 'jobType'];
    const { asked, calls, source } = await streamsOf(worlds.of(seat), seat, names, { filter });
    expect(calls).toBeLessThanOrEqual(4);
    const sent = fields.filter((_, index) => asked.every((parameters) => parameters.includes(`${names[index] ?? ''}=`)));
    expect(sent).toHaveLength(1);
    expect(source.localFilters).toEqual(fields.filter((field) => !sent.includes(field)));
  });
});

describe('the common filter', () => {
  async function askCommon(filter: Readonly<Record<string, unknown>>) {
    const world = worlds.of(iaasPaas);
    world.simulator.forgetCalls();
    const page = await listPage(world, { filter, first: 1 });
    return { page, calls: world.simulator.calls };
  }
  const valuesOf = (calls: Awaited<ReturnType<typeof askCommon>>['calls'], product: string, name: string): string[] =>
    [...new Set(calls.filter((call) => call.product === product).map(({ query }) => query[name] ?? ''))].sort();

  test('an operation becomes every type of it, where they are few', async () => {
    const { calls } = await askCommon({ operations: ['BACKUP'] });
    expect(valuesOf(calls, 'google-workspace', 'jobType')).toEqual(['1']);
    expect(valuesOf(calls, 'microsoft-365', 'jobType')).toEqual(['1']);
    expect(valuesOf(calls, 'salesforce', 'type')).toEqual(['1', '17', '2', '20']);
  });

  test('many types of one operation are told apart here', async () => {
    const { calls, page } = await askCommon({ operations: ['BACKUP'] });
    expect(valuesOf(calls, 'iaas-paas', 'jobType')).toEqual(['']);
    expect(sourceOf(page, 'iaas-paas').localFilters).toEqual(['operations']);
    expect(page.sources.filter(({ localFilters }) => localFilters.length > 0)).toHaveLength(1);
  });

  test('a status in the words of every product', async () => {
    const { calls } = await askCommon({ statuses: ['FAILED'] });
    expect(valuesOf(calls, 'google-workspace', 'jobStatus')).toEqual(['3']);
    expect(valuesOf(calls, 'microsoft-365', 'jobState')).toEqual(['3']);
    expect(valuesOf(calls, 'salesforce', 'status')).toEqual(['4']);
  });

  test('products that are left out are neither called nor listed', async () => {
    const { calls, page } = await askCommon({ products: ['SALESFORCE', 'IAAS_PAAS'] });
    expect([...new Set(calls.map(({ product }) => product))].sort()).toEqual(['iaas-paas', 'salesforce']);
    expect(page.sources.map(({ source }) => source.id)).toEqual(['default/us/iaas-paas', 'default/us/salesforce']);
  });

  test('one source by its id', async () => {
    const { calls } = await askCommon({ sourceIds: ['default/us/salesforce'] });
    expect(calls.map(({ product }) => product)).toEqual(['salesforce']);
  });
});
