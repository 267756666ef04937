import { execFileSync } from 'node:child_process';

import { expect, test } from 'vitest';

import { curlOf } from '../../playground/curl.js';
import { sentHeaders } from '../../playground/sent-headers.js';

/** What a shell makes of a command: the words that curl is given. */
function wordsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }; TOKEN=the-token; API_KEY=the-key; ${command}`;
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

test('a shell reads the request as it is', () => {
  const operation = { query: "{ jobs(filter: { search: \"it's $HOME `id` \\\\ !\" }) { isComplete } }\n# two lines", variables: { after: null } };
  const words = wordsOf(curlOf({ url: 'http://127.0.0.1:4000/graphql', operation, headers: { 'x-query-cost': '1' } }));
  expect(words.slice(0, -1)).toEqual(['http://127.0.0.1:4000/graphql', '-H', 'content-type: application/json', '-H', 'x-query-cost: 1', '--data-raw']);
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(operation);
});

test.each([
  ['Authorization', 'Bearer canary', 'authorization: Bearer the-token'],
  ['x-api-key', 'canary', 'x-api-key: the-key'],
])('%s is a variable of the shell', (name, value, word) => {
  const command = curlOf({ url: 'http://127.0.0.1:4000/graphql', operation: { query: '{ __typename }' }, headers: { [name]: value } });
  expect(command).not.toContain('canary');
  expect(wordsOf(command)).toContain(word);
});

test('a credential that is typed goes alone: the server takes one', () => {
  expect(sentHeaders({ 'X-API-Key': 'typed', 'x-query-cost': '1' }, ['authorization', 'Bearer given'])).toEqual({ 'X-API-Key': 'typed', 'x-query-cost': '1' });
  expect(sentHeaders({ 'x-query-cost': '1' }, ['authorization', 'Bearer given'])).toEqual({ 'x-query-cost': '1', authorization: 'Bearer given' });
  expect(sentHeaders({}, null)).toEqual({});
});
