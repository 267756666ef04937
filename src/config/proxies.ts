/** The forward proxies of the environment. */
export interface ProxySettings {
  readonly http: URL | null;
  readonly https: URL | null;
  readonly noProxy: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** As undici reads them: the lower-case name counts first, also where it is empty, which says that there is none. */
export function readProxies(environment: Environment, faults: string[]): ProxySettings {
  return {
    http: readProxy(environment, 'HTTP_PROXY', faults),
    https: readProxy(environment, 'HTTPS_PROXY', faults),
    noProxy: environment['no_proxy'] ?? environment['NO_PROXY'] ?? '',
  };
}

function readProxy(environment: Environment, setting: string, faults: string[]): URL | null {
  const name = environment[setting.toLowerCase()] === undefined ? setting : setting.toLowerCase();
  const text = environment[name] ?? '';
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    faults.push(`${name} has to be a full URL that starts with http: or https:, such as http://proxy.example.com:3128.`);
    return null;
  }
  if (!isDecodable(url.username) || !isDecodable(url.password)) faults.push(`${name} holds a user name or password that is not percent-encoded: write % as %25.`);
  return url;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
