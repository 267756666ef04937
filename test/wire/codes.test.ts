import { describe, expect, it } from 'vitest';

import { createCodes } from '../../src/wire/codes.js';
import { globalIdOf } from '../../src/wire/global-id.js';

/** docs/upstream.md §2 (5): a canonical enum and the raw code; unknown is UNKNOWN; `0` is meaningful. */
describe('createCodes', () => {
  const codes = createCodes<'WAITING' | 'GOOD' | 'TWICE', 'QUEUED' | 'SUCCEEDED'>([
    { code: '0', label: 'Not started', value: 'WAITING', canonical: 'QUEUED' },
    { code: '32', label: 'Waiting', value: 'WAITING', canonical: 'QUEUED' },
    { code: '2', label: 'Successful', value: 'GOOD', canonical: 'SUCCEEDED' },
    { code: '8', label: 'Report', names: ['JobReport'] },
    { code: '9', label: 'Sync', names: ['Shared'], value: 'TWICE' },
    { code: '10', label: 'shared', value: 'TWICE' },
  ]);

  it('knows its codes, 0 too', () => {
    expect(codes.has('0')).toBe(true);
    expect(codes.valueOf('0')).toBe('WAITING');
    expect(codes.canonicalOf('0')).toBe('QUEUED');
    expect(codes.describe('0')).toMatchObject({ code: '0', label: 'Not started', isKnown: true });
  });

  it('has every code of a value, to be sent down', () => {
    expect(codes.codesOf('WAITING')).toEqual(['0', '32']);
    expect(codes.codesOfCanonical('SUCCEEDED')).toEqual(['2']);
    expect(codes.codesOfCanonical('PAUSED')).toEqual([]);
  });

  it.each(['99999', '', '00', 'Finished', '__proto__', 'constructor'])('%s is UNKNOWN, with the code as it came', (code) => {
    expect(codes.has(code)).toBe(false);
    expect(codes.valueOf(code)).toBe('UNKNOWN');
    expect(codes.canonicalOf(code)).toBe('UNKNOWN');
    expect(codes.describe(code)).toMatchObject({ code, label: null, isKnown: false });
  });

  it.each([
    ['2', '2'],
    ['Successful', '2'],
    ['SUCCESSFUL', '2'],
    ['Good', '2'],
    ['Not started', '0'],
    ['NotStarted', '0'],
    [' not_started! ', '0'],
    ['Report', '8'],
    ['JobReport', '8'],
    // A label of one code, and the value of two.
    ['Waiting', '32'],
    ['Finished', null],
    // Of two codes: neither.
    ['Shared', null],
    ['twice', null],
    ['', null],
    ['-', null],
    ['02', null],
    ['-2', null],
    ['constructor', null],
  ])('the text %j stands for %j', (text, code) => {
    expect(codes.codeOf(text)).toBe(code);
  });

  it('knows a code that the schema has no name for', () => {
    expect(codes.valueOf('8')).toBe('UNKNOWN');
    expect(codes.describe('8')).toMatchObject({ code: '8', label: 'Report', isKnown: true });
  });
});

/** docs/behaviour.md §7: the source and the job id, nothing else; job ids are any text. */
describe('globalIdOf', () => {
  const sources = ['a/us/iaas-paas', 'a/us/microsoft-365', 'a/uk/iaas-paas', 'ab/us/iaas-paas'];
  const jobIds = ['FB1', 'FB2', '', '.', '..', '/', 'a/b', '%2F', '?', 'é', '\u{1F4BE}', 'x'.repeat(300), 'us/iaas-paas/FB1'];

  it('is one for every source and job id, and always the same', () => {
    const pairs = sources.flatMap((source) => jobIds.map((jobId) => [source, jobId] as const));
    const ids = pairs.map(([source, jobId]) => globalIdOf(source, jobId));
    expect(new Set(ids).size).toBe(pairs.length);
    expect(pairs.map(([source, jobId]) => globalIdOf(source, jobId))).toEqual(ids);
    expect(ids.filter((id) => !/^[\w-]+$/.test(id))).toEqual([]);
  });
});
