import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { writeKeyFile } from '../support/key-file.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let guarded: World;
beforeAll(async () => {
  [world, guarded] = await Promise.all([
    startWorld({ simulator: { jobsPerProduct: 5, days: 5 } }),
    startWorld({ simulator: { jobsPerProduct: 5, days: 5 }, environment: { AUTH_API_KEYS_FILE: writeKeyFile([{ name: 'one', key: 'one', rights: ['*'] }]) } }),
  ]);
});
afterAll(() => Promise.all([world.close(), guarded.close()]));

const query = JSON.stringify({ query: '{ findJobs(jobId: "Müller") { id } }' });

function post(type: string, body: string | Uint8Array<ArrayBuffer> = query, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
}

describe('a body is read as UTF-8', () => {
  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'application/json; charset=utf8',
    'application/json; Charset="Utf-8"',
    'application/json ; charset = utf-8 ',
    'application/json; charset=us-ascii',
    'application/json; profile="; charset=iso-8859-1"; charset=utf-8',
  ])('%s', async (type) => {
    const response = await post(type);
    expect(await response.json()).toEqual({ data: { findJobs: [] } });
  });
});

describe('and refused where it says to be something else', () => {
  test.each([
    'application/json; charset=iso-8859-1',
    'application/json; charset=ISO-8859-15',
    'application/json;charset="windows-1252"',
    'application/json; charset=utf-16',
    'application/json; charset=UTF-16LE',
    'application/json; charset=utf-32',
    'application/json; charset=shift_jis',
    'application/json; charset=utf-8-no',
    'application/json; charset=utf-8; charset=latin1',
    'application/json; profile=x; CHARSET=latin1',
    'application/graphql-response+json; charset=latin1',
  ])('%s', async (type) => {
    const response = await post(type);
    expect([response.status, response.headers.get('content-type')]).toEqual([415, 'application/json; charset=utf-8']);
    expect(await response.json()).toEqual({
      errors: [{ message: 'The content type declares a charset other than UTF-8. Send the body in UTF-8, as `application/json`.', extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }],
    });
  });

  test('before anything of it is parsed, in the media type that was asked for', async () => {
    const body = new Uint8Array(Buffer.from(query, 'latin1'));
    const response = await post('application/json; charset=iso-8859-1', body, { accept: 'application/graphql-response+json' });
    expect([response.status, response.headers.get('content-type')]).toEqual([415, 'application/graphql-response+json; charset=utf-8']);
    expect((await post('application/json; charset=utf-16', '{"query": ')).status).toBe(415);
  });

  test('and after it was found out who asks', async () => {
    const statusFor = async (headers: Record<string, string>) =>
      (await fetch(`${guarded.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json; charset=latin1', ...headers }, body: query })).status;
    expect([await statusFor({}), await statusFor({ 'x-api-key': 'one' })]).toEqual([401, 415]);
  });

  test('a request without a body has none', async () => {
    const response = await fetch(`${world.url}/graphql?query=%7BjobSources%7Bid%7D%7D`, { headers: { 'apollo-require-preflight': '1', 'content-type': 'application/json; charset=latin1' } });
    expect(response.status).toBe(200);
  });
});
