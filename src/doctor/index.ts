import type { Config } from '../config.js';
import type { ConfiguredTenant } from '../config/tenant.js';
import { connect } from '../connect.js';
import { examine } from './examine.js';
import { inWordsOf } from './file-words.js';
import { printDiagnosis, printTenants } from './print.js';
import type { TenantDiagnosis } from './finding.js';

export interface Consultation {
  /** Of each tenant, in the order of the configuration. */
  readonly diagnoses: readonly TenantDiagnosis[];
  /** 0 where nothing is wrong, else 1. */
  readonly exitCode: number;
  /** For people, or JSON. */
  readonly text: string;
}

/** Asks everything that is configured whether it is right, and says how to mend what is not. `only`: the key of the one tenant that is asked; null where all are. */
export async function consultDoctor(config: Config, isJson: boolean, only: string | null = null): Promise<Consultation> {
  const connections = await connect(config);
  const tenants = config.tenants.filter(({ key }) => only === null || key === only);
  try {
    const diagnoses = await hostByHost(tenants, (tenant) => hostsOf(tenant, config), async (tenant) => {
      // The issuer of callers' tokens and the store are nobody's: they are asked once.
      const asked = tenant === tenants[0] ? config : { ...config, access: { ...config.access, tokens: null }, sharedMemory: null };
      return inWordsOf(config, { tenant: tenant.key, ...(await examine(asked, tenant, connections)) });
    });
    return { diagnoses, exitCode: diagnoses.every(({ isWell }) => isWell) ? 0 : 1, text: textOf(diagnoses, config, isJson) };
  } finally {
    await connections.close();
  }
}

function hostsOf({ key }: ConfiguredTenant, { sources }: Config): string[] {
  return [...new Set(sources.flatMap(({ tenant, baseUrl }) => (tenant === key ? [baseUrl?.host ?? ''] : [])))];
}

/** Those that share a host one after the other, all others at once. */
function hostByHost<Item, Result>(items: readonly Item[], hostsOf: (item: Item) => readonly string[], ask: (item: Item) => Promise<Result>): Promise<Result[]> {
  const latest = new Map<string, Promise<unknown>>();
  return Promise.all(
    items.map((item) => {
      const hosts = hostsOf(item);
      const asked = Promise.allSettled(hosts.flatMap((host) => latest.get(host) ?? [])).then(() => ask(item));
      for (const host of hosts) latest.set(host, asked);
      return asked;
    }),
  );
}

/** Without a file there is one tenant, which needs no name. */
function textOf(diagnoses: readonly TenantDiagnosis[], { hasTenantsFile }: Config, isJson: boolean): string {
  if (hasTenantsFile) return isJson ? JSON.stringify({ isWell: diagnoses.every(({ isWell }) => isWell), tenants: diagnoses }, null, 2) : printTenants(diagnoses);
  return diagnoses.map((diagnosis) => (isJson ? JSON.stringify({ ...diagnosis, tenant: undefined }, null, 2) : printDiagnosis(diagnosis))).join('\n');
}
