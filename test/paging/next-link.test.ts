import { describe, expect, test } from 'vitest';

import { readNextLink, type LinkTarget } from '../../src/paging/next-link.js';

const url = new URL('https://graph-us.avepointonlineservices.com/backup/vm/jobs');
const tokens: LinkTarget = { url, tokenParameter: 'skiptoken', numberParameter: 'pageNumber' };
const numbers: LinkTarget = { url, tokenParameter: null, numberParameter: 'pageIndex' };
const host = url.origin;

/** docs/upstream.md §2.1 and docs/behaviour.md §5. */
describe('a next link', () => {
  test.each([undefined, null, '', ' ', '\t\n'])('%j is none', (link) => {
    expect(readNextLink(link, tokens)).toEqual({ kind: 'none' });
    expect(readNextLink(link, numbers)).toEqual({ kind: 'none' });
  });

  test.each([
    ['5Q4W%2BxgR%2F8%3D', '5Q4W+xgR/8='],
    ['abc+def', 'abc+def'],
    ['100%', '100%'],
    ['%252B', '%2B'],
    ['/8bQ+1x==', '/8bQ+1x=='],
    ['/8bQ%2B1x%3D%3D', '/8bQ+1x=='],
    ['%2F8bQ+1x==', '/8bQ+1x=='],
    ['/8bQ/1x/jobs', '/8bQ/1x/jobs'],
    ['/a-b_c~d.e', '/a-b_c~d.e'],
  ])('the token %s is decoded once', (link, token) => {
    expect(readNextLink(link, tokens)).toEqual({ kind: 'token', token });
    expect(readNextLink(link, numbers)).toEqual({ kind: 'more' });
  });

  test.each([
    `${host}/backup/vm/jobs?skiptoken=a%2Bb%2Fc&jobType=64`,
    `${host}:443/backup/vm/jobs?SkipToken=a%2Bb%2Fc`,
    '/backup/vm/jobs?skiptoken=a%2Bb%2Fc',
    `${host}/Backup/VM/Jobs?skiptoken=a%2Bb%2Fc`,
    `${host}/backup/vm/jobs/?skiptoken=a%2Bb%2Fc`,
    `${host}/backup/vm/jobs?$skiptoken=a%2Bb%2Fc`,
    '/BACKUP/vm/JOBS/?%24skipToken=a%2Bb%2Fc',
    '/Jobs/?$skiptoken=a%2Bb%2Fc',
    '/jobs?pageSize=5&skiptoken=a%2Bb%2Fc#top',
    '/vm/jobs?skiptoken=a%2Bb%2Fc',
    'jobs?skiptoken=a%2Bb%2Fc',
    '?skiptoken=a%2Bb%2Fc',
  ])('from %s the token alone is taken', (link) => {
    expect(readNextLink(link, tokens)).toEqual({ kind: 'token', token: 'a+b/c' });
  });

  test('as OData calls it, a token is a token of any endpoint that takes one', () => {
    expect(readNextLink('?$skiptoken=abc', { ...tokens, tokenParameter: 'NextLink' })).toEqual({ kind: 'token', token: 'abc' });
    expect(readNextLink('?$skiptoken=abc', numbers)).toEqual({ kind: 'more' });
  });

  test.each([`${host}/backup/vm/jobs?pageIndex=7&jobType=64`, `${host}/BACKUP/vm/jobs/?pageIndex=7`, '/jobs?PAGEINDEX=7', '?pageIndex=7'])('from %s the number alone is taken', (link) => {
    expect(readNextLink(link, numbers)).toEqual({ kind: 'number', number: 7 });
  });

  test.each(['/jobs?cursor=x', '/jobs?pageIndex=-1', '/jobs?pageIndex=x', '/jobs', '/JOBS/', '/backup/vm/jobs/'])('%s names no page: more follows where pages are numbered, else it is bad', (link) => {
    expect(readNextLink(link, numbers)).toEqual({ kind: 'more' });
    expect(readNextLink(link, tokens).kind).toBe('bad');
  });

  test.each([
    '//evil.example/backup/vm/jobs?skiptoken=x',
    '/\\evil.example/backup/vm/jobs?skiptoken=x',
    '\\\\evil.example/backup/vm/jobs?skiptoken=x',
    '\\/evil.example/backup/vm/jobs?skiptoken=x',
    'https://graph-us.avepointonlineservices.com@evil.example/backup/vm/jobs?skiptoken=x',
    'https://user:password@graph-us.avepointonlineservices.com/backup/vm/jobs?skiptoken=x',
    `${host}:8443/backup/vm/jobs?skiptoken=x`,
    'https://graph-us.avepointonlineservices.com./backup/vm/jobs?skiptoken=x',
    'https://graph-us.avepointonlineservices.com.evil.example/backup/vm/jobs?skiptoken=x',
    'http://graph-us.avepointonlineservices.com/backup/vm/jobs?skiptoken=x',
    'HTTPS://EVIL.EXAMPLE/backup/vm/jobs?skiptoken=x',
    'https:/evil.example/backup/vm/jobs?skiptoken=x',
    'https:evil.example/backup/vm/jobs?skiptoken=x',
    '\thttps://evil.example/backup/vm/jobs?skiptoken=x',
    ' https://evil.example/backup/vm/jobs?skiptoken=x',
    'ht\ntps://evil.example/backup/vm/jobs?skiptoken=x',
    'https://[::1]/backup/vm/jobs?skiptoken=x',
    'https://[::ffff:127.0.0.1]/backup/vm/jobs?skiptoken=x',
    'https://127.1/backup/vm/jobs?skiptoken=x',
    'file:///backup/vm/jobs?skiptoken=x',
    'javascript:skiptoken=x',
    `${host}/backup/vm/jobs/../secrets?skiptoken=x`,
    `${host}/backup/vm/secrets?skiptoken=x`,
    `${host}/backup/vm/jobs%2F..%2Fsecrets?skiptoken=x`,
    `${host}?skiptoken=x`,
    '/secrets?skiptoken=x',
    '/../jobs?skiptoken=x',
    '/./jobs?skiptoken=x',
    '/obs?skiptoken=x',
    '/backup/vm/jobs/x?skiptoken=x',
    '/%6Aobs?skiptoken=x',
    '/secrets#8bQ',
    '/8bQ"1x',
    '/8bQ%zz',
    '/../8bQ',
    '/backup/vm/./jobs',
    '//8bQ+1x==',
    '/\\8bQ+1x==',
    `${host}/backup/vm/jobs//?skiptoken=x`,
    `${host}/8bQ+1x==`,
  ])('%j leads elsewhere', (link) => {
    expect(readNextLink(link, tokens).kind).toBe('bad');
    expect(readNextLink(link, numbers).kind).toBe('bad');
  });

  test.each([7, true, {}, ['x']])('%j is not text', (link) => {
    expect(readNextLink(link, tokens).kind).toBe('bad');
  });
});
