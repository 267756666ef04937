const PARAMETER = /;\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;
/** ASCII is UTF-8 that needs no more than a byte. */
const TAKEN: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/** Whether a body of this content type can be read: JSON is UTF-8, and whoever declares another charset would be misread. */
export function isUtf8(contentType: string | undefined): boolean {
  return [...(contentType ?? '').matchAll(PARAMETER)].every(([, name = '', value = '']) => name.toLowerCase() !== 'charset' || TAKEN.has(unquote(value.trim()).toLowerCase()));
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}
