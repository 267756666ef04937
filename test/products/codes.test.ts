import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ProductSwitches } from '../../simulator/index.js';
import { googleDataSources, googleServices, googleTypes, iaasPaasTypes, microsoft365Words, salesforceTypes, statusTables, type TypeTable } from '../support/oracle-tables.js';
import { readAlike } from './read-alike.js';
import { seats, seatsOf, type Seat } from './seats.js';
import { plainJobs, startSeatedWorlds, type SeatedWorlds } from './seated-worlds.js';

/** Every documented code of upstream.md §3–§7 and §10, and codes that nobody knows: `0` counts, an unknown one is UNKNOWN, none is lost. */

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

    it.each(codesOf(table))('%d is what §10 says, as number and as text', async (code) => {
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

describe('Google Workspace', () => {
  const seat = google as Seat;
  const readService = (appType: string | number) => read(seat, { values: { appType } }, 'service', 'workload');

  it.each(codesOf(googleServices))('appType %d is a service', async (code) => {
    expect(await readService(code)).toEqual({ service: googleServices[code], workload: known(String(code)), warnings: [] });
    expect(await readService(String(code))).toEqual({ service: googleServices[code], workload: known(String(code)), warnings: [] });
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
