import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { packageRoot } from '../src/package-root.js';

/** What a first visit to everything would load; what lies compressed beside it is the same once more. */
function gzippedBytes(directory: string): number {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name));
  return files.reduce((sum, { parentPath, name }) => sum + gzipSync(readFileSync(join(parentPath, name))).length, 0);
}

test.each([
  ['dashboard', 350 * 1024],
  ['playground', 2.5 * 1024 * 1024],
])('the built %s stays below %i bytes gzipped', (page, most) => {
  const bytes = gzippedBytes(join(packageRoot, 'dist', page));
  expect(bytes).toBeGreaterThan(100 * 1024);
  expect(bytes).toBeLessThanOrEqual(most);
});

test.each(['dashboard', 'playground'])('the %s runs no script and no style that stands in the page', (page) => {
  const html = readFileSync(join(packageRoot, 'dist', page, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(html).not.toMatch(/(?:src|href)="(?!\.\/)/);
});
