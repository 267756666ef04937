import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';

const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: packageRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ files: { path: string }[] }];
const paths = files.map(({ path }) => path);

test('the package brings the server, its pages and their notices', () => {
  expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'dist/playground/THIRD-PARTY-NOTICES.txt', 'dist/dashboard/THIRD-PARTY-NOTICES.txt', 'dist/src/main.js']));
});

describe('what a page of the package links or shows is in the package', () => {
  test.each(paths.filter((path) => path.endsWith('.md')))('%s', (page) => {
    const targets = [...readFileSync(join(packageRoot, page), 'utf8').matchAll(/(?:\]\(|src=")(?!https?:|#)([^)"#]+)/g)].map(([, target = '']) => normalize(join(dirname(page), target)));
    expect(targets.filter((target) => !paths.some((path) => path === target || path.startsWith(`${target}/`)))).toEqual([]);
  });
});
