/** The forward proxies of the environment. */
export interface Proxies {
  /** For `http:` targets, and for `https:` ones where they have none of their own. */
  readonly http: URL | null;
  readonly https: URL | null;
  /** Hosts that are reached without one, as `NO_PROXY` lists them. */
  readonly noProxy: string;
}

/** The proxy on the way to a URL; null where there is none. */
export type FindProxy = (target: URL) => URL | null;

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** As undici's `EnvHttpProxyAgent` decides, which does not tell whom it asked. */
export function createFindProxy({ http, https, noProxy }: Proxies): FindProxy {
  const exceptions = noProxy
    .split(/[,\s]/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [, host = entry, port = '0'] = /^(.+):(\d+)$/.exec(entry) ?? [];
      return { host: host.replace(/^\*?\./, '').toLowerCase(), port: Number(port) };
    });

  function isException(target: URL): boolean {
    const host = target.hostname.toLowerCase();
    const port = portOf(target);
    return exceptions.some((entry) => (entry.port === 0 || entry.port === port) && (host === entry.host || host.endsWith(`.${entry.host}`)));
  }

  return (target) => {
    if (noProxy === '*' || isException(target)) return null;
    return target.protocol === 'https:' ? (https ?? http) : http;
  };
}

/** A proxy as it may be shown: never with its credentials. */
export function nameOf(proxy: URL): string {
  return `${proxy.hostname}:${portOf(proxy)}`;
}

export function portOf({ port, protocol }: URL): number {
  return port === '' ? (DEFAULT_PORTS[protocol] ?? 0) : Number(port);
}
