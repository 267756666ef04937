import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin, Rolldown } from 'vite';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

const FILE = 'THIRD-PARTY-NOTICES.txt';
const TEXTS = /^(licen[cs]e|copying|notice|third-?party-?notices)/i;
/** A package's folder: the last `node_modules` of a path and the one or two names behind it. */
const FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
const RULE = '='.repeat(80);

/**
 * Vite's `build.license` sees neither workers nor the notices inside packages such as Monaco. `page` writes the file; `worker` goes into
 * Vite's `worker.plugins`, since every worker is a bundle of its own.
 */
export function thirdPartyNotices(): { readonly page: Plugin; readonly worker: Plugin } {
  const folders = new Set<string>();

  function collect(bundle: Rolldown.OutputBundle): void {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'asset') continue;
      for (const id of chunk.moduleIds) {
        const [folder] = FOLDER.exec(id) ?? [];
        if (folder !== undefined) folders.add(folder);
      }
    }
  }

  return {
    worker: { name: 'third-party-notices-of-a-worker', generateBundle: (_options, bundle) => collect(bundle) },
    page: {
      name: 'third-party-notices',
      generateBundle(_options, bundle) {
        collect(bundle);
        this.emitFile({ type: 'asset', fileName: FILE, source: noticesOf(folders) });
      },
    },
  };
}

function noticesOf(folders: ReadonlySet<string>): string {
  const sections = new Map([...folders].map(sectionOf));
  const texts = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `What lies here is made of what this repository holds and of the packages below.\n\n${texts.join('\n')}`;
}

function sectionOf(folder: string): [title: string, text: string] {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  const title = `${about.name} ${about.version} (${about.license})`;
  const texts = readdirSync(folder).filter((name) => TEXTS.test(name)).sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());
  if (texts.length === 0) texts.push(standardText(about));
  return [title, `${RULE}\n${title}\n${RULE}\n\n${texts.join('\n\n')}\n`];
}

/** Some packages name their licence and leave its text out. */
function standardText({ name, license, author }: Package): string {
  if (license !== 'MIT') throw new Error(`${name} has no text of its licence ${license}: add it to packaging/notices.ts.`);
  const holder = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`;
  return MIT.replace('<holder>', () => holder);
}

const MIT = `Copyright (c) <holder>

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
