/** Null for a text that would be read as a step elsewhere, however it is encoded, or as no part at all. */
export function pathPart(text: string): string | null {
  return text === '' || text === '.' || text === '..' ? null : encodeURIComponent(text.toWellFormed());
}

/** What stands behind the question mark. Percent-encodes once: `+` and `/` of a token must arrive as they are. */
export function queryText(query: Readonly<Record<string, string | number | null | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === null ? [] : [`${name}=${encodeURIComponent(String(value).toWellFormed())}`]));
  return pairs.join('&');
}
