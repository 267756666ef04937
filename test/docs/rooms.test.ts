import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('generated'));

/** What each file of `src` imports of `src`, types included. */
const imports = new Map(
  files.map((file) => {
    const names = [...readFileSync(join('src', file), 'utf8').matchAll(/from '(\.[^']+)\.js'/g)].map(([, name]) => normalize(join(dirname(file), `${name}.ts`)));
    return [file, names.filter((name) => files.includes(name))] as const;
  }),
);

test('no file of src leads back to itself', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

describe('the tables of ARCHITECTURE.md', () => {
  const eslint = new ESLint();

  const ruleOf = async (file: string): Promise<unknown> => {
    const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, [number, { patterns: { message: string }[] }]> };
    return rules['no-restricted-imports']?.[1].patterns.map(({ message }) => message);
  };

  test.each(files)('hold a line for src/%s', async (file) => {
    expect(await ruleOf(`src/${file}`)).toEqual(['This room may not reach there: see ARCHITECTURE.md.']);
  });

  test.each([
    ['src/errors.ts', "export { createWalk } from './paging/walk.js';"],
    ['src/paging/walk.ts', "export { planSource } from '../planning/plan.js';"],
    ['src/listing/demand.ts', "export { parse } from 'graphql';"],
    ['src/products/salesforce/wire.ts', "export { createSource } from '../../sources/source.js';"],
  ])('refuse in %s what it does not name', async (filePath, text) => {
    const messages = (await eslint.lintText(`${text}\n`, { filePath })).flatMap((result) => result.messages);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-imports');
  });
});
