import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build } from 'vite';
import { describe, expect, test } from 'vitest';

import { startSimulator } from '../../simulator/index.js';
import { packageRoot } from '../../src/package-root.js';
import { ask } from '../support/ask.js';
import { build as buildServer, startBuilt } from '../support/built-server.js';

const noticesOf = (page: string): string => readFileSync(join(packageRoot, 'dist', page, 'THIRD-PARTY-NOTICES.txt'), 'utf8');

/** The text of every package, by its name. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  const parts = noticesOf(page).split(/^={80}\n(\S+ \S+ \(.+\))\n={80}\n/m).slice(1);
  return new Map(parts.flatMap((title, index): [string, string][] => (index % 2 === 0 ? [[title.split(' ')[0] ?? '', parts[index + 1] ?? '']] : [])));
}

describe('what a page is made of is named with its licence', () => {
  test.each([
    ['playground', ['monaco-editor', 'graphiql', '@graphiql/react', '@graphiql/toolkit', '@graphiql/plugin-explorer', '@graphiql/plugin-doc-explorer', 'monaco-graphql', 'react', 'react-dom', 'graphql', 'prettier']],
    // Workers are bundles of their own.
    ['playground', ['picomatch-browser', 'vscode-languageserver-types', 'graphql-language-service']],
    ['dashboard', ['@apollo/client', '@fontsource-variable/geist', 'chart.js', '@kurkle/color', 'react', 'react-dom', 'rxjs', 'graphql', 'optimism']],
  ])('%s: %j', (page, names) => {
    const sections = sectionsOf(page);
    expect([...sections.keys()]).toEqual(expect.arrayContaining(names));
    for (const [name, text] of sections) {
      expect([name, /permi(ssion|tted)/i.test(text), text.length > 300]).toEqual([name, true, true]);
    }
  });

  test('with the notices that a package brings for what is inside it', () => {
    const monaco = sectionsOf('playground').get('monaco-editor') ?? '';
    expect(monaco).toContain(readFileSync(join(packageRoot, 'node_modules/monaco-editor/LICENSE'), 'utf8').trim());
    expect(monaco).toContain(readFileSync(join(packageRoot, 'node_modules/monaco-editor/ThirdPartyNotices.txt'), 'utf8').trim());
  });

  test('and none is missing that Vite knows of', { timeout: 120_000 }, async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'dashboard-'));
    await build({ configFile: join(packageRoot, 'examples/dashboard/vite.config.ts'), logLevel: 'error', build: { outDir, license: { fileName: 'known.json' } } });
    const known = JSON.parse(readFileSync(join(outDir, 'known.json'), 'utf8')) as { name: string; text?: string }[];
    const sections = sectionsOf('dashboard');
    expect(known.length).toBeGreaterThan(5);
    for (const { name, text } of known) expect(sections.get(name)).toContain(text ?? 'Permission is hereby granted');
  });
});

test('the server of the package starts, whose packages come from npm', { timeout: 60_000 }, async () => {
  buildServer();
  const simulator = await startSimulator({ jobsPerProduct: 5, days: 5 });
  const server = await startBuilt(simulator, {}, join(packageRoot, 'dist/src/main.js'));
  expect((await ask<{ jobs: object }>(server, '{ jobs { isComplete } }')).data?.jobs).toEqual({ isComplete: true });
  server.kill('SIGTERM');
  expect(await server.exit).toEqual([0, null]);
  await simulator.close();
});

describe('an installation', () => {
  /** A checkout as npm sees it before it runs `prepare`. */
  function checkout(scripts: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
    cpSync(join(packageRoot, 'packaging'), join(folder, 'packaging'), { recursive: true });
    const own = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'checkout', version: '1.0.0', type: 'module', scripts: { prepare: own.scripts['prepare'], build: 'echo BUILDING', ...scripts } }));
    return folder;
  }
  const prepare = (folder: string) => spawnSync('npm', ['run', '--silent', 'prepare'], { cwd: folder, encoding: 'utf8' });

  test('without development dependencies builds nothing, and says so', () => {
    const { status, stdout } = prepare(checkout({}));
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^Nothing was built: .*npm ci/)]);
  });

  test('with them builds, and fails where that fails', () => {
    const [good, bad] = [checkout({}), checkout({ build: 'echo BUILDING && exit 3' })];
    for (const folder of [good, bad]) {
      mkdirSync(join(folder, 'node_modules'));
      symlinkSync(join(packageRoot, 'node_modules/typescript'), join(folder, 'node_modules/typescript'));
    }
    expect(prepare(good)).toMatchObject({ status: 0, stdout: expect.stringContaining('BUILDING') as unknown });
    expect(prepare(bad)).toMatchObject({ status: 3, stdout: expect.stringContaining('BUILDING') as unknown });
  });
});
