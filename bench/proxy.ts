import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Pool } from 'undici';

/** The least that any server between a client and this upstream does: a token once, then every page passed through as it is. */
const [, , tokenUrl = '', clientId = '', clientSecret = '', pageUrl = ''] = process.argv;
const origin = new URL(pageUrl).origin;
const pool = new Pool(origin, { connections: 8, pipelining: 1 });
const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: 'platformbackup.readwrite.all' });
const answer = await pool.request({
  method: 'POST',
  path: new URL(tokenUrl).pathname,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: form.toString(),
});
const { access_token: token } = (await answer.body.json()) as { access_token: string };
const path = pageUrl.slice(origin.length);

const server = createServer((_request, response) => {
  pool
    .request({ method: 'GET', path, headers: { authorization: `Bearer ${token}` } })
    .then(({ statusCode, body }) => {
      response.writeHead(statusCode, { 'content-type': 'application/json' });
      body.pipe(response);
    })
    .catch(() => response.writeHead(502).end());
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
