export interface CurlRequest {
  readonly url: string;
  readonly operation: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Stand for secrets, which belong into no clipboard and no history of a shell. */
const SECRETS: Readonly<Record<string, string>> = { authorization: '"authorization: Bearer $TOKEN"', 'x-api-key': '"x-api-key: $API_KEY"' };

/** The request as a command for a POSIX shell. */
export function curlOf({ url, operation, headers }: CurlRequest): string {
  const lines = Object.entries({ 'content-type': 'application/json', ...headers }).map(([name, value]) => `-H ${SECRETS[name.toLowerCase()] ?? quote(`${name}: ${value}`)}`);
  return [`curl ${quote(url)}`, ...lines, `--data-raw ${quote(JSON.stringify(operation))}`].join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
