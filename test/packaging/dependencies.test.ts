import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { minVersion, satisfies } from 'semver';
import { describe, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

interface Manifest {
  readonly engines: { readonly node: string };
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly overrides: Readonly<Record<string, unknown>>;
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(packageRoot, name), 'utf8'));
const { engines, allowScripts, overrides } = readJson('package.json') as Manifest;
const { packages } = readJson('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
const installed = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** What `require` would find from a package: the nearest one up the folders. */
function resolve(from: string, name: string): Locked | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (found !== undefined || folder === '') return found;
  }
}

function isOutside(from: string, name: string, range: string): boolean {
  const found = resolve(from, name);
  return found !== undefined && !satisfies(found.version, range.replace(/^npm:.*@/, ''), { includePrerelease: true });
}

describe('npm has nothing to warn of', () => {
  test('each package runs on the oldest Node that is promised', () => {
    const oldest = minVersion(engines.node) ?? expect.fail('no engine');
    const refused = installed.filter(([, { engines: own }]) => own?.node !== undefined && !satisfies(oldest, own.node));
    expect(refused.map(([path]) => path)).toEqual([]);
  });

  test('each finds the peers that it asks for, or an override says which it gets', () => {
    const unmet = installed.flatMap(([path, { peerDependencies = {} }]) =>
      Object.entries(peerDependencies).flatMap(([name, range]) => (isOutside(path, name, range) && !(nameOf(path) in overrides) ? [`${path}: ${name} ${range}`] : [])),
    );
    expect(unmet).toEqual([]);
  });

  test('each script of an installation is decided on', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => nameOf(path));
    expect(Object.keys(allowScripts).sort()).toEqual([...new Set(scripted)].sort());
  });
});

test('what the server needs is what its packages ask for: overrides stay behind when it is installed from a tarball', () => {
  const production = installed.filter(([, { dev }]) => dev !== true);
  const unmet = production.flatMap(([path, { dependencies = {} }]) => Object.entries(dependencies).flatMap(([name, range]) => (isOutside(path, name, range) ? [`${path}: ${name} ${range}`] : [])));
  expect(production.length).toBeGreaterThan(100);
  expect(unmet).toEqual([]);
});
