import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

/** The package as it comes out of its tarball. */
function unpack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  execFileSync('npm', ['run', '--silent', 'schema:pack', '--', '--pack-destination', folder], { cwd: packageRoot, stdio: 'ignore' });
  execFileSync('tar', ['-xzf', join(folder, readdirSync(folder)[0] ?? expect.fail('no tarball'))], { cwd: folder });
  return join(folder, 'package');
}

test('the package for frontends has what the server has, and nothing else', () => {
  const folder = unpack();
  expect(readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'apollo.d.ts', 'package.json', 'possible-types.json', 'schema.graphql']);
  expect(read(folder, 'schema.graphql')).toBe(read(packageRoot, 'src/generated/schema.graphql'));
  expect(read(folder, 'possible-types.json')).toBe(read(packageRoot, 'src/generated/possible-types.json'));
  expect(read(folder, 'apollo.d.ts')).toBe(read(packageRoot, 'examples/dashboard/apollo.d.ts'));
  expect(read(folder, 'LICENSE')).toBe(read(packageRoot, 'LICENSE'));
  const { version, license } = JSON.parse(read(packageRoot, 'package.json')) as Record<string, unknown>;
  const own = JSON.parse(read(folder, 'package.json')) as { exports: Record<string, string | { types: string }>; dependencies?: unknown };
  expect(own).toMatchObject({ name: 'avepoint-jobs-graphql-schema', version, license });
  expect(own.dependencies).toBeUndefined();
  const exported = Object.values(own.exports).map((target) => join(folder, typeof target === 'string' ? target : target.types));
  expect(exported.filter((file) => !existsSync(file))).toEqual([]);
});
