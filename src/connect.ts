import type { Config } from './config.js';
import type { ConfiguredSource, ConfiguredTenant } from './config/tenant.js';
import type { Sharing } from './shared-memory/sharing.js';
import type { ShareGuard } from './shared-memory/throttle.js';
import type { WatchCall } from './sources/follow-calls.js';
import { createSource, type Source } from './sources/source.js';
import { type AccessTokens, createAccessTokens, type Credentials, type TokenFetches } from './upstream/access-tokens.js';
import { createApiClient, type Ways } from './upstream/client.js';
import { createGates } from './upstream/gates.js';
import { createHttp } from './upstream/http.js';
import { createPace } from './upstream/pace.js';
import { createFindProxy } from './upstream/proxies.js';
import { RETRY_RATES } from './upstream/retry-budget.js';

/** Who is asked where no tenant has credentials. */
export interface BuiltInSimulator {
  readonly graphUrl: URL;
  readonly credentials: Credentials;
  close(): Promise<void>;
}

/** A tenant that is reached. */
export interface ConnectedTenant {
  readonly key: string;
  readonly credentials: Credentials;
  /** Of these credentials alone; all its sources share them. */
  readonly tokens: AccessTokens;
  readonly sources: readonly Source[];
  /** Tells whether the configuration has changed. */
  readonly fingerprint: string;
}

/** What the tenants of a configuration are reached by. */
export type Connections = Ways & {
  /** Null where AvePoint is asked. */
  readonly simulator: BuiltInSimulator | null;
  readonly tokenFetches: TokenFetches;
  /** Null where there are no other replicas. */
  readonly shareGuard: ShareGuard | null;
  close(): Promise<void>;
};

/** AvePoint, through proxies where the configuration has them, or without credentials the simulator in this very process, which is not outside. */
export async function connect({ tenants, proxies, callsPerSecond }: Pick<Config, 'tenants' | 'proxies' | 'callsPerSecond'>, sharing: Sharing | null = null): Promise<Connections> {
  const simulator = tenants.some(({ credentials }) => credentials === null) ? await startBuiltIn() : null;
  const findProxy = createFindProxy(proxies);
  const pace = createPace(callsPerSecond);
  const gates = createGates(pace);
  const shareGuard = sharing === null ? null : (await import('./shared-memory/throttle.js')).createThrottle(sharing, callsPerSecond, RETRY_RATES, pace.defer);
  const http = createHttp((target) => (target.origin === simulator?.graphUrl.origin ? null : findProxy(target)), (origin) => gates.of(origin).connections);
  return {
    ...{ simulator, http, gates, pace, tokenFetches: new Map(), shareGuard },
    async close() {
      await http.close();
      await simulator?.close();
    },
  };
}

async function startBuiltIn(): Promise<BuiltInSimulator> {
  const { startSimulator } = await import('../simulator/index.js');
  const { clientId, clientSecret, identityUrl, graphUrl, close } = await startSimulator();
  return { graphUrl: new URL(graphUrl), credentials: { clientId, clientSecret, identityUrl: new URL(identityUrl) }, close };
}

/** The tenants with their sources. Those of `before` that the configuration has not changed stay as they are: with their tokens, their health and their rests. */
export function connectTenants({ tenants, sources }: Pick<Config, 'tenants' | 'sources'>, connections: Connections, watchCall?: WatchCall, before: readonly ConnectedTenant[] = []): readonly ConnectedTenant[] {
  const known = new Map(before.map((tenant) => [tenant.key, tenant]));
  const connected = tenants.map((tenant): ConnectedTenant => {
    const own = sources.filter((source) => source.tenant === tenant.key);
    const kept = known.get(tenant.key);
    return kept?.fingerprint === fingerprintOf(tenant, own) ? kept : connectTenant(tenant, own, connections, watchCall);
  });
  connections.gates.open(sources.map(({ baseUrl }) => graphUrlOf(baseUrl, connections).origin));
  return connected;
}

function connectTenant(tenant: ConfiguredTenant, sources: readonly ConfiguredSource[], connections: Connections, watchCall?: WatchCall): ConnectedTenant {
  const { simulator, http, tokenFetches, shareGuard } = connections;
  const credentials = tenant.credentials ?? simulator?.credentials;
  if (credentials === undefined) throw new Error(`Tenant ${tenant.key} has no credentials, and no simulator serves.`);
  const client = [credentials.identityUrl.href, credentials.clientId];
  const tokens = createAccessTokens(http, credentials, tokenFetches, shareGuard?.(client, false));
  const call = createApiClient(connections, tokens);
  return {
    key: tenant.key,
    credentials,
    tokens,
    sources: sources.map((source) => {
      const baseUrl = graphUrlOf(source.baseUrl, connections);
      const shared = shareGuard?.([baseUrl.href, ...client, source.product, source.endpoint], true);
      return createSource({ ...source, tenant, client, baseUrl, isSimulated: simulator !== null }, call, watchCall, shared);
    }),
    fingerprint: fingerprintOf(tenant, sources),
  };
}

/** `own`: of a source as configured. */
export function graphUrlOf(own: URL | null, { simulator }: Pick<Connections, 'simulator'>): URL {
  const url = own ?? simulator?.graphUrl;
  if (url === undefined) throw new Error('A source has no address, and no simulator serves.');
  return url;
}

/** A certificate is told by its thumbprint, which its key belongs to. */
const fingerprintOf = (tenant: ConfiguredTenant, sources: readonly ConfiguredSource[]): string => JSON.stringify([tenant, sources]);
