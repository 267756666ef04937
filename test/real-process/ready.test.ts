import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

import { beforeAll, expect, test } from 'vitest';

import { build, main } from '../support/built-server.js';

beforeAll(build, 120_000);

/** Makes a process take its standard output for a terminal. */
const AS_TERMINAL = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent('process.stdout.isTTY = true;')}`, FORCE_COLOR: '1' };

/** What a start writes until it is ready, and the process ends. */
function started(settings: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, [main], { env: { PORT: '0', AVEPOINT_SIMULATOR: '1', ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let isStopped = false;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    if (isStopped || !/ready.*\n/.test(text)) return;
    isStopped = true;
    child.kill('SIGTERM');
  });
  return new Promise((resolve) => child.once('close', () => resolve(text)));
}

test.concurrent.each([
  ['one address', { HOST: '127.0.0.1' }],
  ['every address of this machine', { HOST: '0.0.0.0', AUTH_DISABLED: '1' }],
])('into a pipe the start ends with one line of JSON that says where things are, listening at %s', async (_title, settings) => {
  const text = await started(settings);
  const lines = text.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ level, signal }) => level === 'info' && signal === undefined);
  expect(lines).toHaveLength(1);
  const [{ address, ...ready } = {}] = lines;
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(ready).toMatchObject({ level: 'info', msg: 'ready', playground: `${String(address)}/`, dashboard: `${String(address)}/dashboard` });
  expect(ready['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test.concurrent('without the page no address of one is named', async () => {
  const text = await started({ PAGE: 'off' });
  expect(text).toMatch(/"address"/);
  expect(text).not.toMatch(/playground|dashboard/);
});

test.concurrent('on a terminal people can read it, in local time and colours', async () => {
  const text = await started({ ...AS_TERMINAL, TZ: 'Asia/Tokyo' });
  expect(text).toContain('\u001b[32mINFO');
  const lines = stripVTControlCharacters(text).split('\n');
  const ready = lines.filter((line) => line.includes('INFO: ready'));
  expect(ready).toEqual([expect.stringMatching(/^\[\d\d:\d\d:\d\d\] INFO: ready .*playground=(http:\/\/127\.0\.0\.1:\d+\/) {2}dashboard=\1dashboard$/)]);
  const inTokyo = [0, 1].map((ago) => new Date(Date.now() - ago * 3_600_000).toLocaleString('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit' }).padStart(2, '0'));
  expect(inTokyo).toContain(/^\[(\d\d)/.exec(ready[0] ?? '')?.[1]);
});
