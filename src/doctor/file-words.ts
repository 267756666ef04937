import type { Config } from '../config.js';
import { products } from '../products/index.js';
import type { Finding, TenantDiagnosis } from './finding.js';

/** What the file of tenants says instead of a setting. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['AVEPOINT_CLIENT_ID', 'credentials.clientId'],
  ['AVEPOINT_CLIENT_SECRET', 'the secret that credentials names'],
  ['AVEPOINT_CLIENT_CERTIFICATE_FILE', 'credentials.certificateFile'],
  ['AVEPOINT_CLIENT_KEY_FILE', 'credentials.keyFile'],
  ['AVEPOINT_ENVIRONMENT', 'environment'],
  ['AVEPOINT_REGION', 'region'],
  ['AVEPOINT_GRAPH_URL', 'graphUrl'],
  ['AVEPOINT_IDENTITY_URL', 'identityUrl'],
  ['AVEPOINT_PRODUCTS', 'products'],
  ...Object.values(products).flatMap(({ product, name }) =>
    ([['TIME_FILTER', 'timeFilter'], ['ENDPOINT', 'endpoint'], ['URL', 'url'], ['LOCATIONS', 'locations']] as const).map(([setting, field]): [string, string] => [`AVEPOINT_${product}_${setting}`, `products.${name}.${field}`]),
  ),
]);

/** With a file of tenants, what a finding says of settings is said of the fields that stand there. */
export function inWordsOf({ hasTenantsFile }: Pick<Config, 'hasTenantsFile'>, diagnosis: TenantDiagnosis): TenantDiagnosis {
  if (!hasTenantsFile) return diagnosis;
  return { ...diagnosis, findings: diagnosis.findings.map(ofFile), sources: diagnosis.sources.map((source) => ({ ...source, findings: source.findings.map(ofFile) })) };
}

function ofFile({ setting, ...finding }: Finding): Finding {
  return { ...finding, text: translate(finding.text), ...(setting !== undefined && { setting: translate(setting) }) };
}

function translate(text: string): string {
  return text.replace(/AVEPOINT_\w+/g, (name) => FIELDS.get(name) ?? name);
}
