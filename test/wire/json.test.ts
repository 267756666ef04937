import { describe, expect, it } from 'vitest';

import { parseJson } from '../../src/wire/json.js';

/** docs/behaviour.md §6: integers beyond 2^53-1 are strings, all else is as JSON has it. */
describe('parseJson', () => {
  it.each<[string, unknown]>([
    ['{"startTime":638645575921780695}', { startTime: '638645575921780695' }],
    ['{"startTime": -638645575921780695 }', { startTime: '-638645575921780695' }],
    ['[638645575921780695,1]', ['638645575921780695', 1]],
    ['\uFEFF{"jobs":[]}', { jobs: [] }],
    ['[ 1, 9007199254740993 ]', [1, '9007199254740993']],
    ['[9007199254740991]', [9_007_199_254_740_991]],
    ['[-9007199254740991]', [-9_007_199_254_740_991]],
    ['[9007199254740992]', ['9007199254740992']],
    ['[90071992547409930000]', ['90071992547409930000']],
    ['{"a":{"b":[9223372036854775807,0.5,-1e3,"9223372036854775807",null,true]}}', { a: { b: ['9223372036854775807', 0.5, -1000, '9223372036854775807', null, true] } }],
    ['{"progress":100.0,"ticks":638645575921780695}', { progress: 100, ticks: '638645575921780695' }],
    ['{"hours":0.0110000000000000001}', { hours: 0.011 }],
    ['{"id":"20241015105312327583","n":1}', { id: '20241015105312327583', n: 1 }],
    ['{"text":"a: 1234567890123456789, b"}', { text: 'a: 1234567890123456789, b' }],
    ['{}', {}],
    ['null', null],
  ])('%s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each(['', ' ', '{', '{"a":1,}', '[1,]', '<html></html>', "{'a':1}", '{"jobId": AI20241015105312327583}', '{"startTime":638645575921780695,}', 'undefined'])('%s is no JSON', (text) => {
    expect(() => parseJson(text)).toThrow();
  });

  it.each(Array.from({ length: 40 }, (_, length) => length))('a long number is found behind %i characters', (length) => {
    const name = 'x'.repeat(length);
    expect(parseJson(`{"${name}":9007199254740993}`)).toEqual({ [name]: '9007199254740993' });
    expect(parseJson(`["1234567890123456${name}",-9007199254740993,1]`)).toEqual([`1234567890123456${name}`, '-9007199254740993', 1]);
  });

  it('a text of nothing but digits is gone through once', () => {
    const digits = '7'.repeat(4_000_000);
    expect(parseJson(`{"a":"${digits}","b":9007199254740993}`)).toEqual({ a: digits, b: '9007199254740993' });
  });

  it('takes the last of two properties of one name, whether or not a number is long', () => {
    expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(parseJson('{"a":1,"a":638645575921780695}')).toEqual({ a: '638645575921780695' });
  });

  it('leaves the prototype alone', () => {
    for (const text of ['{"__proto__":{"status":3}}', '{"__proto__":{"status":3},"t":638645575921780695}']) {
      const value = parseJson(text) as { status?: unknown };
      expect(value.status).toBeUndefined();
      expect(({} as { status?: unknown }).status).toBeUndefined();
    }
  });
});
