import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { packageRoot } from '../../src/package-root.js';

/** Where somebody may cite; what is built, generated or brought by npm cites nothing. */
const places = ['test', 'src', 'simulator', 'bench', 'soak', 'docs', 'examples', 'playground', 'schema', 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'eslint.config.js', 'vitest.config.ts'];
const texts = /\.(ts|tsx|js|css|graphql|md|html|ya?ml)$/;
const pages = ['docs/upstream.md', 'docs/behaviour.md'];
/** A page by its path, or a section; escaped, since this file cites nothing. */
const words = /(?:docs\/)?\b(upstream|behaviour)\.md\b|\u00A7\s*(\d+(?:\.\d+)?)?/g;

function filesIn(place: string): string[] {
  if (statSync(join(packageRoot, place)).isFile()) return [place];
  return readdirSync(join(packageRoot, place)).flatMap((name) => filesIn(join(place, name))).filter((file) => texts.test(file));
}

function read(file: string): string {
  return readFileSync(join(packageRoot, file), 'utf8');
}

const sections: ReadonlyMap<string, ReadonlySet<string>> = new Map(pages.map((page) => [basename(page, '.md'), new Set([...read(page).matchAll(/^###? (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => number ?? ''))]));

/** The faults of a line: a section belongs to the page named last before it, in the page itself to that page. */
function faultsOf(line: string, own: string | null): string[] {
  const faults: string[] = [];
  let page = own;
  for (const [word, named, number] of line.matchAll(words)) {
    if (named !== undefined) page = named;
    else if (page === null) faults.push(`${word} names no page: write docs/upstream.md or docs/behaviour.md before it, in the same line`);
    else if (number === undefined || sections.get(page)?.has(number) !== true) faults.push(`docs/${page}.md has no section ${number ?? word}`);
  }
  return faults;
}

describe('sections that are cited', () => {
  test.each(places.flatMap(filesIn).filter((file) => read(file).includes('\u00A7')))('%s', (file) => {
    const own = pages.includes(file) ? basename(file, '.md') : null;
    const faults = read(file).split('\n').flatMap((line, index) => faultsOf(line, own).map((fault) => `${file}:${index + 1} ${fault}`));
    expect(faults).toEqual([]);
  });

  test.each([
    ['docs/upstream.md \u00A710 and behaviour.md \u00A75', 0],
    ['upstream.md \u00A73\u2013\u00A77, \u00A76.2 (labels)', 0],
    ['as \u00A710 says', 1],
    ['\u00A710 of upstream.md', 1],
    ['upstream.md \u00A719, \u00A76.9 and \u00A7', 3],
    ['behaviour.md \u00A712', 1],
  ])('"%s" has %i faults', (line, count) => expect(faultsOf(line, null)).toHaveLength(count));
});

test('the pages are numbered without a gap', () => {
  expect([...(sections.get('upstream') ?? [])]).toEqual(['1', '2', '2.1', '2.2', '3', '4', '5', '6', '6.1', '6.2', '6.3', '7', '8', '9', '10', '11', '12', '13', '14']);
  expect([...(sections.get('behaviour') ?? [])]).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
});
