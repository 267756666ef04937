import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { createInterface } from 'node:readline';

import { beforeAll, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';
import { build, residentMegabytes } from '../support/built-server.js';

const MEGABYTE = 1024 * 1024;

beforeAll(build, 120_000);

/** Sends a body of so many bytes, as fast as they are taken. */
function send(url: string, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': bytes } }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    const piece = Buffer.alloc(MEGABYTE, ' ');
    let left = bytes;
    const more = (): void => {
      while (left > 0) {
        const size = Math.min(left, MEGABYTE);
        left -= size;
        if (!outgoing.write(piece.subarray(0, size))) return void outgoing.once('drain', more);
      }
      outgoing.end();
    };
    more();
  });
}

test('the simulator takes bodies of up to a megabyte, and keeps no more of them', { timeout: 90_000 }, async () => {
  const child = spawn(process.execPath, [`${packageRoot}/dist/simulator/main.js`, '--jobs', '5'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const settings: Record<string, string> = {};
  for await (const line of createInterface(child.stdout)) {
    const [name = '', value = ''] = line.split('=');
    settings[name] = value;
    if (name === 'AVEPOINT_CLIENT_SECRET') break;
  }
  const api = `${settings['AVEPOINT_GRAPH_URL']}/backup/vm/jobs`;
  const pid = child.pid ?? 0;
  const before = residentMegabytes({ pid });
  expect(await send(api, MEGABYTE)).not.toBe(413);
  expect(await send(api, MEGABYTE + 1)).toBe(413);
  expect(await send(settings['AVEPOINT_IDENTITY_URL'] ?? '', MEGABYTE + 1)).toBe(413);
  expect(await send(api, 200 * MEGABYTE)).toBe(413);
  expect(residentMegabytes({ pid }) - before).toBeLessThan(120);
  child.kill('SIGTERM');
});
