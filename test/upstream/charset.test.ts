import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { encode, type Charset } from '../../simulator/charset.js';
import { createBodyDecoder } from '../../src/upstream/charset.js';

function decode(bytes: Uint8Array, contentType: string | undefined, cuts: readonly number[] = []): string {
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), 0, bytes.length].sort((a, b) => a - b);
  const decoder = createBodyDecoder(contentType);
  return places.slice(1).map((end, index) => decoder.write(bytes.subarray(places[index], end))).join('') + decoder.end();
}

const unmarked = (text: string): string => text.replace(/^\ufeff/, '');
const cuts = fc.array(fc.nat(3000), { maxLength: 12 });
/** JSON begins with two characters of ASCII. */
const json = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => JSON.stringify([{ text }]));
const wide = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const;
const types = fc.constantFrom(undefined, 'application/json', 'application/json; charset=utf-8', 'application/json; charset=iso-8859-1', 'application/json; charset=nonsense');

test('a mark says it, whatever is declared and wherever chunks are cut', () => {
  fc.assert(fc.property(fc.constantFrom(...wide), json, types, cuts, (as, text, type, places) => {
    expect(unmarked(decode(encode(text, { as, marked: true }), type, places))).toBe(text);
  }), { numRuns: 500 });
});

test('UTF-8 is what it is as a whole, however much of it is ASCII and wherever it is cut: a mark within is a character', () => {
  const text = fc.array(fc.constantFrom('[1, "plain"]', 'ü', '€', '𝄞', '\ufeff', '"')).map((parts) => parts.join(''));
  fc.assert(fc.property(text, cuts, (written, places) => {
    const bytes = new TextEncoder().encode(written);
    expect(decode(bytes, 'application/json', places)).toBe(new TextDecoder().decode(bytes));
  }), { numRuns: 500 });
});

test('else the declared charset, in any spelling', () => {
  const spellings = (label: string): string[] => [`application/json; charset=${label}`, `application/json;charset="${label.toUpperCase()}"`, `application/json ; odata.metadata="a;b=c"; CharSet = ${label}`];
  fc.assert(fc.property(fc.constantFrom(...wide), fc.nat(2), json, cuts, (as, spelling, text, places) => {
    expect(decode(encode(text, { as }), spellings(as)[spelling], places)).toBe(text);
  }), { numRuns: 500 });
});

test('16 and 32 bits without an order, or without a word', () => {
  fc.assert(fc.property(fc.constantFrom(...wide), json, cuts, (as, text, places) => {
    const declared = as.startsWith('utf-16') ? 'utf-16' : as.startsWith('utf-32') ? 'UTF-32' : 'utf-8';
    expect(decode(encode(text, { as }), `application/json; charset=${declared}`, places)).toBe(text);
    expect(decode(encode(text, { as }), 'application/json', places)).toBe(text);
  }), { numRuns: 500 });
});

test.each<[string, number[], string]>([
  ['iso-8859-1', [0x22, 0xfc, 0xdf, 0xa3, 0x22], '"üß£"'],
  ['latin1', [0x22, 0x80, 0x93, 0x9f, 0x22], '"€“Ÿ"'],
  ['windows-1252', [0x22, 0x85, 0xe9, 0x22], '"…é"'],
  ['windows-1251', [0x22, 0xe4, 0xe0, 0x22], '"да"'],
  ['shift_jis', [0x22, 0x83, 0x5c, 0x22], '"ソ"'],
  ['gb18030', [0x22, 0xb1, 0xb8, 0x22], '"备"'],
  ['', [0x22, 0xc3, 0xbc, 0x22], '"ü"'],
])('%s', (label, bytes, text) => {
  for (let cut = 0; cut <= bytes.length; cut += 1) expect(decode(Uint8Array.from(bytes), `application/json; charset=${label}`, [cut])).toBe(text);
});

describe('short and broken', () => {
  test.each<[number[], string]>([[[], ''], [[0x31], '1'], [[0x5b, 0x5d], '[]'], [[0xef, 0xbb, 0xbf], ''], [[0x22, 0xff, 0x22], '"\ufffd"'], [[0xff, 0xfe, 0x31, 0x00], '1']])('%j', (bytes, text) => {
    expect(unmarked(decode(Uint8Array.from(bytes), 'application/json'))).toBe(text);
  });

  test('whatever comes, the decoder gives text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom<Charset['as']>(...wide, 'latin1'), cuts, (bytes, label, places) => {
      expect(decode(bytes, `text/plain; charset=${label}`, places)).toBe(decode(bytes, `text/plain; charset=${label}`));
    }));
  });
});

test('an unknown charset is named, and cut', () => {
  expect(() => decode(Buffer.from('{}  '), 'application/json; charset=x-klingon')).toThrow(/charset that cannot be read here \(x-klingon\)/);
  expect(() => decode(Buffer.from('{}'), `application/json; charset="<b>${'x'.repeat(300)}"`)).toThrow(/\(bx{39}\)/);
});
