import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Plugin } from 'vite';

/** Other files are compressed by themselves. */
const TEXTS = /\.(js|css|html|svg|txt|ttf)$/;
/** A file that is smaller fits into one packet as it is. */
const MIN_BYTES = 1024;
/** The two above it take seven and fifteen times as long, in every build, for a tenth less. */
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };

/** Writes `<file>.br` and `<file>.gz` beside each file of a page, so that a server has nothing to compress. */
export function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    async writeBundle({ dir }) {
      if (dir === undefined) throw new Error('The page is written into no folder.');
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => TEXTS.test(name));
      await Promise.all(files.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < MIN_BYTES) return;
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params: { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
