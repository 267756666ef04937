import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ProductSwitches } from '../../simulator/index.js';
import { googleDataSources, googleServices, googleTypes, iaasPaasTypes, microsoft365Words, salesforceTypes, statusTables, type TypeTable } from '../support/oracle-tables.js';
import { readAlike } from './read-alike.js';
import { seats, seatsOf, type Seat } from './seats.js';
import { plainJobs, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';

/** Every documented code of docs/upstream.md §3–§7 and §10, and codes that nobody knows: `0` counts, an unknown one is UNKNOWN, none is lost. */

let worlds: SeatedWorlds;
beforeAll(async () => {
  worlds = await startSeatedWorlds(plainJobs(3));
});
afterAll(() => worlds.close());

const read = <Path extends string>(seat: Seat, switches: Partial<ProductSwitches>, ...paths: readonly Path[]) => readAlike(worlds, seat, switches, ...paths);

const codesOf = (table: Readonly<Record<number, unknown>>): number[] => Object.keys(table).map(Number);
const known = (code: string) => ({ code, label: expect.stringMatching(/\S/) as unknown, isKnown: true });
const unknown = (code: string) => ({ code, label: null, isKnown: false });

const microsoft = seatsOf('microsoft-365/cloud-backup-jobs', 'microsoft-365/jobs');
const [google] = seatsOf('google-workspace/jobs');
const outcomeName = (seat: Seat): string => (seat.rowNames.includes('status') ? 'status' : 'state');
const strange: readonly (string | number | boolean)[] = [99_999, '99999', 128_000_000_000, -1, 'Vollendet', '12 monkeys', true];

describe('status', () => {
  const readStatus = (seat: Seat, switches: Partial<ProductSwitches>) => read(seat, switches, 'status', 'upstreamStatus');

  describe.each(seats.filter(({ product }) => product !== 'microsoft-365'))('$name', (seat) => {
    const table = statusTables[seat.product];

    it.each(codesOf(table))('%d is what docs/upstream.md §10 says, as number and as text', async (code) => {
      for (const value of [code, String(code)]) {
        const shown = await readStatus(seat, { values: { [outcomeName(seat)]: value } });
        expect(shown).toEqual({ status: table[code], upstreamStatus: known(String(code)), warnings: [] });
      }
    });

    const gaps = Array.from({ length: 9 }, (_, code) => code).filter((code) => table[code] === undefined);
    it.each(gaps)('%d is UNKNOWN', async (code) => {
      const shown = await readStatus(seat, { values: { [outcomeName(seat)]: code } });
      expect(shown).toEqual({ status: 'UNKNOWN', upstreamStatus: unknown(String(code)), warnings: ['UNKNOWN_CODE'] });
    });
  });

  const texts: readonly [string | number, string][] = [
    ...Object.entries(microsoft365Words).flatMap(([code, words]): [string | number, string][] => {
      const status = statusTables['microsoft-365'][Number(code)] ?? '';
      return [words.label, words.name, code, Number(code), words.label.toUpperCase(), words.label.toLowerCase()].map((word) => [word, status]);
    }),
    ['Finished_With_Exception', 'PARTIAL'],
    ['finished-with-exception', 'PARTIAL'],
    ['FinishedWithException', 'PARTIAL'],
    ['partially finished', 'PARTIAL'],
    ['In progress', 'RUNNING'],
  ];
  describe.each(microsoft)('$name', (seat) => {
    it.each(texts)('7: %s is %s', async (text, status) => {
      expect(await readStatus(seat, { values: { state: text } })).toEqual({ status, upstreamStatus: known(String(text)), warnings: [] });
    });
    it.each(['Suspended', 'Unfinished business', 'Not Failed Yet Maybe', '0', '6'])('7: %s is UNKNOWN', async (text) => {
      const shown = await readStatus(seat, { values: { state: text } });
      expect(shown).toEqual({ status: 'UNKNOWN', upstreamStatus: unknown(text), warnings: ['UNKNOWN_CODE'] });
    });
  });

  describe.each(seats)('$name', (seat) => {
    it.each(strange)('%s is UNKNOWN, with the code as it came', async (value) => {
      const shown = await readStatus(seat, { values: { [outcomeName(seat)]: value } });
      expect(shown).toEqual({ status: 'UNKNOWN', upstreamStatus: unknown(String(value)), warnings: ['UNKNOWN_CODE'] });
    });

    const missing: readonly [string, Partial<ProductSwitches>][] = [
      ['null', { values: { [outcomeName(seat)]: null } }],
      ['left out', { omit: [outcomeName(seat)] }],
      ['""', { values: { [outcomeName(seat)]: '' } }],
      ['"N/A"', { values: { [outcomeName(seat)]: 'N/A' } }],
      ['misspelt', { rowNames: { [outcomeName(seat)]: 'statsu' } }],
      ['an object', { values: { [outcomeName(seat)]: {} } }],
      ['a list', { values: { [outcomeName(seat)]: [2] } }],
    ];
    it.each(missing)('%s is UNKNOWN with code ""', async (_title, switches) => {
      expect(await readStatus(seat, switches)).toMatchObject({ status: 'UNKNOWN', upstreamStatus: unknown('') });
    });
  });
});

const typed: readonly { readonly seat: Seat; readonly name: string; readonly table: TypeTable; readonly path: string; readonly title: string }[] = [
  ...seatsOf('google-workspace/jobs').map((seat) => ({ seat, name: 'jobType', table: googleTypes, path: 'googleType', title: seat.name })),
  ...seatsOf('iaas-paas/jobs').map((seat) => ({ seat, name: 'jobType', table: iaasPaasTypes, path: 'iaasPaasType', title: seat.name })),
  ...seatsOf('salesforce/jobs').map((seat) => ({ seat, name: 'type', table: salesforceTypes, path: 'salesforceType', title: seat.name })),
];

describe.each(typed)('type: $title', ({ seat, name, table, path }) => {
  const readType = (switches: Partial<ProductSwitches>) => read(seat, switches, path, 'operation', 'upstreamType');

  it.each(codesOf(table))('%d is what the tables say', async (code) => {
    const [type, operation] = table[code] ?? [];
    expect(await readType({ values: { [name]: code } })).toEqual({ [path]: type, operation, upstreamType: known(String(code)), warnings: [] });
  });

  it.each([0, 20_008, 20_021, 80_001, 521, ...strange])('11: %s is UNKNOWN, with the code as it came', async (value) => {
    const shown = await readType({ values: { [name]: value } });
    expect(shown).toEqual({ [path]: 'UNKNOWN', operation: 'UNKNOWN', upstreamType: unknown(String(value)), warnings: ['UNKNOWN_CODE'] });
  });

  it.each<[string, Partial<ProductSwitches>]>([
    ['null', { values: { [name]: null } }],
    ['left out', { omit: [name] }],
    ['"N/A"', { values: { [name]: 'N/A' } }],
    ['misspelt', { rowNames: { [name]: 'tpye' } }],
  ])('11: %s is null', async (_title, switches) => {
    expect(await readType(switches)).toEqual({ [path]: null, operation: null, upstreamType: null, warnings: [] });
  });
});

/** A word that a table knows is its code, and shown as it came. */
describe('words for codes', () => {
  const knownWord = (word: string) => ({ upstream: known(word), warnings: [] });
  const statusWords: readonly (readonly [Seat['product'], string, string])[] = [
    ['google-workspace', 'Failed', 'FAILED'],
    ['google-workspace', 'FinishedException', 'PARTIAL'],
    ['google-workspace', 'SUCCEEDED', 'SUCCEEDED'],
    ['iaas-paas', 'NotStarted', 'QUEUED'],
    ['iaas-paas', 'Exception', 'PARTIAL'],
    ['iaas-paas', 'waiting', 'QUEUED'],
    ['microsoft-365', 'RUNNING', 'RUNNING'],
    ['salesforce', 'Finished with exception', 'PARTIAL'],
    ['salesforce', 'PAUSED', 'PAUSED'],
  ];
  it.each(statusWords)('%s: the status %s is %s', async (product, word, status) => {
    for (const seat of seats.filter((one) => one.product === product)) {
      const { status: shown, upstreamStatus, warnings } = await read(seat, { values: { [outcomeName(seat)]: word } }, 'status', 'upstreamStatus');
      expect({ shown, upstream: upstreamStatus, warnings }).toEqual({ shown: status, ...knownWord(word) });
    }
  });

  const typeWords: readonly (readonly [Seat['name'], string, string, string])[] = [
    ['google-workspace/jobs', 'Generate Report', 'GENERATE_REPORT', 'REPORT'],
    ['iaas-paas/jobs', 'Azure VM backup', 'AZURE_VM_BACKUP', 'BACKUP'],
    ['iaas-paas/jobs', 'AMAZON_S3_RESTORE', 'AMAZON_S3_RESTORE', 'RESTORE'],
    // By the specification, whose names belong one place on from where the job-report page has them.
    ['iaas-paas/jobs', 'AADBackup', 'ENTRA_ID_BACKUP', 'BACKUP'],
    ['iaas-paas/jobs', 'GenIndex', 'AZURE_VM_INDEX_GENERATION', 'INDEX'],
    ['iaas-paas/jobs', 'HardDelete', 'INTERNAL', 'DELETE'],
    ['salesforce/jobs', 'On-Demand Backup', 'ON_DEMAND_BACKUP', 'BACKUP'],
    ['salesforce/jobs', 'PreRestore', 'PRE_RESTORE', 'ANALYSIS'],
  ];
  it.each(typeWords)('%s: the type %s is %s', async (name, word, type, operation) => {
    const { seat, name: field, path } = typed.find(({ title }) => title === name) ?? expect.fail(name);
    const { [path]: shown, operation: does, upstreamType, warnings } = await read(seat, { values: { [field]: word } }, path, 'operation', 'upstreamType');
    expect({ shown, does, upstream: upstreamType, warnings }).toEqual({ shown: type, does: operation, ...knownWord(word) });
  });

  it('neither is a value that several codes have', async () => {
    const [seat] = seatsOf('iaas-paas/jobs') as [Seat];
    expect(await read(seat, { values: { jobType: 'INTERNAL' } }, 'iaasPaasType')).toEqual({ iaasPaasType: 'UNKNOWN', warnings: ['UNKNOWN_CODE'] });
    expect(await read(seat, { values: { status: 'QUEUED' } }, 'status')).toEqual({ status: 'UNKNOWN', warnings: ['UNKNOWN_CODE'] });
  });
});

describe('Google Workspace', () => {
  const seat = google as Seat;
  const readService = (appType: string | number) => read(seat, { values: { appType } }, 'service', 'workload');

  it.each(codesOf(googleServices))('appType %d is a service', async (code) => {
    expect(await readService(code)).toEqual({ service: googleServices[code], workload: known(String(code)), warnings: [] });
    expect(await readService(String(code))).toEqual({ service: googleServices[code], workload: known(String(code)), warnings: [] });
  });
  it.each([['Gmail', 'GMAIL'], ['Drive (Vault)', 'DRIVE_VAULT'], ['SharedDrives', 'SHARED_DRIVES']])('appType %s is a service', async (word, service) => {
    expect(await readService(word)).toEqual({ service, workload: known(word), warnings: [] });
  });
  it('a portal is known by its name', async () => {
    expect(await read(seat, { values: { dataSource: 'ReCenter' }, ignoredFilters: ['dataSource'] }, 'dataSource')).toMatchObject({ dataSource: 'RECENTER' });
  });
  // Powers of two, but a sum is not documented.
  it.each([0, 3, 65_536, 'Gmail and Drive'])('appType %s is UNKNOWN', async (value) => {
    expect(await readService(value)).toEqual({ service: 'UNKNOWN', workload: unknown(String(value)), warnings: ['UNKNOWN_CODE'] });
  });
  it('no appType is null', async () => {
    expect(await read(seat, { omit: ['appType'] }, 'service', 'workload')).toEqual({ service: null, workload: null, warnings: [] });
  });
  it.each(codesOf(googleDataSources))('dataSource %d is a portal', async (code) => {
    const switches: Partial<ProductSwitches> = { values: { dataSource: code }, ignoredFilters: ['dataSource'] };
    expect(await read(seat, switches, 'dataSource')).toMatchObject({ dataSource: googleDataSources[code] });
  });
});
