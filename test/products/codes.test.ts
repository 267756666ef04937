import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ProductSwitches } from '../../simulator/index.js';
import { readAlike } from './read-alike.js';
import { seatOf, seats, type Seat } from './index.js';
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

const strange: readonly (string | number | boolean)[] = [99_999, '99999', 128_000_000_000, -1, 'Vollendet', '12 monkeys', true];

describe('status', () => {
  const readStatus = (seat: Seat, switches: Partial<ProductSwitches>) => read(seat, switches, 'status', 'upstreamStatus');

  describe.each(seats.filter(({ statusNames }) => statusNames === null))('$name', (seat) => {
    const table = seat.statuses;

    it.each(codesOf(table))('%d is what docs/upstream.md §10 says, as number and as text', async (code) => {
      for (const value of [code, String(code)]) {
        const shown = await readStatus(seat, { values: { [seat.statusName]: value } });
        expect(shown).toEqual({ status: table[code], upstreamStatus: known(String(code)), warnings: [] });
      }
    });

    const gaps = Array.from({ length: 9 }, (_, code) => code).filter((code) => table[code] === undefined);
    it.each(gaps)('%d is UNKNOWN', async (code) => {
      const shown = await readStatus(seat, { values: { [seat.statusName]: code } });
      expect(shown).toEqual({ status: 'UNKNOWN', upstreamStatus: unknown(String(code)), warnings: ['UNKNOWN_CODE'] });
    });
  });

  const textsOf = ({ statuses, statusLabels, statusNames }: Seat): readonly [string | number, string][] => [
    ...Object.entries(statuses).flatMap(([code, status]): [string | number, string][] => {
      const [label = '', name = ''] = [statusLabels[Number(code)], statusNames?.[Number(code)]];
      return [label, name, code, Number(code), label.toUpperCase(), label.toLowerCase()].map((word) => [word, status]);
    }),
    ['Finished_With_Exception', 'PARTIAL'],
    ['finished-with-exception', 'PARTIAL'],
    ['FinishedWithException', 'PARTIAL'],
    ['partially finished', 'PARTIAL'],
    ['In progress', 'RUNNING'],
  ];
  describe.each(seats.filter(({ statusNames }) => statusNames !== null))('$name', (seat) => {
    it.each(textsOf(seat))('7: %s is %s', async (text, status) => {
      expect(await readStatus(seat, { values: { [seat.statusName]: text } })).toEqual({ status, upstreamStatus: known(String(text)), warnings: [] });
    });
    it.each(['Suspended', 'Unfinished business', 'Not Failed Yet Maybe', '0', '6'])('7: %s is UNKNOWN', async (text) => {
      const shown = await readStatus(seat, { values: { [seat.statusName]: text } });
      expect(shown).toEqual({ status: 'UNKNOWN', upstreamStatus: unknown(text), warnings: ['UNKNOWN_CODE'] });
    });
  });

  describe.each(seats)('$name', (seat) => {
    it.each(strange)('%s is UNKNOWN, with the code as it came', async (value) => {
      const shown = await readStatus(seat, { values: { [seat.statusName]: value } });
      expect(shown).toEqual({ status: 'UNKNOWN', upstreamStatus: unknown(String(value)), warnings: ['UNKNOWN_CODE'] });
    });

    const missing: readonly [string, Partial<ProductSwitches>][] = [
      ['null', { values: { [seat.statusName]: null } }],
      ['left out', { omit: [seat.statusName] }],
      ['""', { values: { [seat.statusName]: '' } }],
      ['"N/A"', { values: { [seat.statusName]: 'N/A' } }],
      ['misspelt', { rowNames: { [seat.statusName]: 'statsu' } }],
      ['an object', { values: { [seat.statusName]: {} } }],
      ['a list', { values: { [seat.statusName]: [2] } }],
    ];
    it.each(missing)('%s is UNKNOWN with code ""', async (_title, switches) => {
      expect(await readStatus(seat, switches)).toMatchObject({ status: 'UNKNOWN', upstreamStatus: unknown('') });
    });
  });
});

const typesOf = ({ types, typeName, typeField }: Seat) => ({ types, typeName: typeName ?? expect.fail('no name'), typeField: typeField ?? expect.fail('no field') });
const typed = seats.filter(({ typeName }) => typeName !== null);

describe.each(typed)('type: $name', (seat) => {
  const { types: table, typeName: name, typeField: path } = typesOf(seat);
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
  const statusWords = seats.flatMap((seat) => seat.statusSpellings.map(([word, status]) => ({ seat, name: seat.name, word, status })));
  it.each(statusWords)('$name: the status $word is $status', async ({ seat, word, status }) => {
    const { status: shown, upstreamStatus, warnings } = await read(seat, { values: { [seat.statusName]: word } }, 'status', 'upstreamStatus');
    expect({ shown, upstream: upstreamStatus, warnings }).toEqual({ shown: status, ...knownWord(word) });
  });

  const typeWords = typed.flatMap((seat) => seat.typeSpellings.map(([word, type, operation]) => ({ seat, name: seat.name, word, type, operation })));
  it.each(typeWords)('$name: the type $word is $type', async ({ seat, word, type, operation }) => {
    const { typeName, typeField: path } = typesOf(seat);
    const { [path]: shown, operation: does, upstreamType, warnings } = await read(seat, { values: { [typeName]: word } }, path, 'operation', 'upstreamType');
    expect({ shown, does, upstream: upstreamType, warnings }).toEqual({ shown: type, does: operation, ...knownWord(word) });
  });

  it('neither is a value that several codes have', async () => {
    const seat = seatOf('iaas-paas/jobs');
    expect(await read(seat, { values: { jobType: 'INTERNAL' } }, 'iaasPaasType')).toEqual({ iaasPaasType: 'UNKNOWN', warnings: ['UNKNOWN_CODE'] });
    expect(await read(seat, { values: { status: 'QUEUED' } }, 'status')).toEqual({ status: 'UNKNOWN', warnings: ['UNKNOWN_CODE'] });
  });
});

describe('Google Workspace', () => {
  const seat = seatOf('google-workspace/jobs');
  const dataSources = { 1: 'ADMIN', 2: 'RECENTER' };
  const readService = (appType: string | number) => read(seat, { values: { appType } }, 'service', 'workload');

  it.each(codesOf(seat.services))('appType %d is a service', async (code) => {
    expect(await readService(code)).toEqual({ service: seat.services[code], workload: known(String(code)), warnings: [] });
    expect(await readService(String(code))).toEqual({ service: seat.services[code], workload: known(String(code)), warnings: [] });
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
  it.each(Object.entries(dataSources))('dataSource %s is a portal', async (code, portal) => {
    const switches: Partial<ProductSwitches> = { values: { dataSource: Number(code) }, ignoredFilters: ['dataSource'] };
    expect(await read(seat, switches, 'dataSource')).toMatchObject({ dataSource: portal });
  });
});
