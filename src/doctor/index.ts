import type { Config } from '../config.js';
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

/** Asks everything that is configured whether it is right, tenant after tenant, and says how to mend what is not. `only`: the key of the one that is asked; null where all are. */
export async function consultDoctor(config: Config, isJson: boolean, only: string | null = null): Promise<Consultation> {
  const connections = await connect(config);
  const diagnoses: TenantDiagnosis[] = [];
  try {
    for (const tenant of config.tenants) {
      if (only !== null && tenant.key !== only) continue;
      // The issuer of callers' tokens is nobody's: it is asked once.
      const access = diagnoses.length === 0 ? config.access : { ...config.access, tokens: null };
      diagnoses.push(inWordsOf(config, { tenant: tenant.key, ...(await examine({ ...config, access }, tenant, connections)) }));
    }
  } finally {
    await connections.close();
  }
  return { diagnoses, exitCode: diagnoses.every(({ isWell }) => isWell) ? 0 : 1, text: textOf(diagnoses, config, isJson) };
}

/** Without a file there is one tenant, which needs no name. */
function textOf(diagnoses: readonly TenantDiagnosis[], { hasTenantsFile }: Config, isJson: boolean): string {
  if (hasTenantsFile) return isJson ? JSON.stringify({ isWell: diagnoses.every(({ isWell }) => isWell), tenants: diagnoses }, null, 2) : printTenants(diagnoses);
  return diagnoses.map((diagnosis) => (isJson ? JSON.stringify({ ...diagnosis, tenant: undefined }, null, 2) : printDiagnosis(diagnosis))).join('\n');
}
