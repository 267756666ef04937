import { SERVER_CORE } from './cores.js';
import { startProcess, type Running } from './processes.js';

export interface CannedUpstream {
  readonly delayMs: number;
  readonly jobsPerProduct: number;
}

/** Pages written beforehand; it shares the core of the load. */
export function startUpstream({ delayMs, jobsPerProduct }: CannedUpstream): Promise<Running> {
  return startProcess('./upstream.js', { isReady: /http:/, args: [String(delayMs), String(jobsPerProduct)] });
}

export interface Placed {
  /** Whether servers and load have a core each. */
  readonly isApart: boolean;
}

export function startRival(script: string, upstream: Running, { isApart }: Placed): Promise<Running> {
  return startProcess(`./rivals/${script}.js`, { isReady: /ready/, args: [upstream.url], core: isApart ? SERVER_CORE : null });
}

/** Those that `upstream.ts` has pages of. */
export const CANNED_PRODUCTS = ['google-workspace', 'iaas-paas', 'microsoft-365', 'salesforce'];

/** This server as it is delivered, before that upstream. */
export function startOwn({ url }: Running, { isApart, isWatched = false }: Placed & { readonly isWatched?: boolean }, environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  return startProcess('../server/main.js', {
    environment: {
      AVEPOINT_GRAPH_URL: url,
      AVEPOINT_IDENTITY_URL: `${url}/token`,
      AVEPOINT_CLIENT_ID: 'id',
      AVEPOINT_CLIENT_SECRET: 'secret',
      PORT: '0',
      LOG_LEVEL: 'info',
      AVEPOINT_PRODUCTS: CANNED_PRODUCTS.join(','),
      ...environment,
    },
    isReady: /"ready"/,
    core: isApart ? SERVER_CORE : null,
    isWatched,
  });
}
