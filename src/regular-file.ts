import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

const MAX_BYTES = 1024 * 1024;

export type FileText = { readonly text: string } | { readonly fault: string };

/** The text of a file that a setting names, or what is wrong with it. A pipe or a device might never end, so only a regular file is read. */
export function readRegularFile(path: string): FileText {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(file);
    // Reading a folder says itself what it is.
    if (!status.isFile() && !status.isDirectory()) return { fault: 'names a file that cannot be read: it is not a regular one' };
    if (status.size > MAX_BYTES) return { fault: 'names a file of more than 1 MB' };
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { fault: `names a file that cannot be read${error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''}` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
