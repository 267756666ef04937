import type { Config } from './config.js';
import type { WatchCall } from './sources/follow-calls.js';
import { createSource, type Source } from './sources/source.js';
import { type AccessTokens, createAccessTokens, type Credentials } from './upstream/access-tokens.js';
import { createApiClient } from './upstream/client.js';
import { CONNECTIONS, createHttp, type Http } from './upstream/http.js';
import { createFindProxy } from './upstream/proxies.js';

/** Who is asked, and as whom. */
export interface Upstream {
  readonly credentials: Credentials;
  readonly simulator: { readonly graphUrl: string; close(): Promise<void> } | null;
}

/** AvePoint, or without credentials the simulator in this very process. */
export async function reachUpstream({ credentials }: Config): Promise<Upstream> {
  if (credentials !== null) return { credentials, simulator: null };
  const { startSimulator } = await import('../simulator/index.js');
  const simulator = await startSimulator();
  const { clientId, clientSecret } = simulator;
  return { simulator, credentials: { clientId, clientSecret, identityUrl: new URL(simulator.identityUrl) } };
}

/** The way to everybody outside, through proxies where the configuration has them; the built-in simulator is not outside. */
export function connectHttp({ proxies }: Config, { simulator }: Upstream): Http {
  const findProxy = createFindProxy(proxies);
  const inside = simulator === null ? null : new URL(simulator.graphUrl).origin;
  return createHttp((target) => (target.origin === inside ? null : findProxy(target)));
}

/** The sources of the configuration, with the tokens that they share. */
export function connectSources(config: Config, { credentials, simulator }: Upstream, http: Http, watchCall?: WatchCall): { readonly sources: readonly Source[]; readonly tokens: AccessTokens } {
  const tokens = createAccessTokens(http, credentials);
  const call = createApiClient(http, tokens, { connections: CONNECTIONS, scopes: config.sources.length, callsPerSecond: config.callsPerSecond });
  const sources = config.sources.map((source) =>
    createSource({ ...source, baseUrl: source.baseUrl ?? new URL(simulator?.graphUrl ?? ''), isSimulated: simulator !== null }, call, watchCall),
  );
  return { sources, tokens };
}
