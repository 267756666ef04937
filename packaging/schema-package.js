import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const target = resolve(process.argv[2] ?? join(root, 'dist/schema'));

/** The small package for frontends: its own two files, and copies of what the server has, so that nothing can grow old. */
const files = ['packages/schema/README.md', 'LICENSE', 'src/generated/schema.graphql', 'src/generated/possible-types.json', 'examples/dashboard/apollo.d.ts'];

const readManifest = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

mkdirSync(target, { recursive: true });
for (const file of files) copyFileSync(join(root, file), join(target, basename(file)));
const { version, license } = readManifest('.');
writeFileSync(join(target, 'package.json'), `${JSON.stringify({ ...readManifest('packages/schema'), version, license }, null, 2)}\n`);
