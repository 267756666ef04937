import { notReached } from './access.js';
import { finding, type Finding } from './finding.js';

/** What the sources of one host answered. */
export interface Neighbours {
  readonly host: string;
  readonly region: string;
  readonly notFound: number;
  /** Those that the host knows: they answered, or refused for want of a permission. */
  readonly known: number;
}

const TOKEN = finding('token', 'ok', 'The identity service gave one.');

/** A 404 alone does not tell a wrong data centre from a product that the tenant has not: the other sources of the host do. */
export function explainNotFound({ host, region, notFound, known }: Neighbours): Finding[] {
  const dataCentre = `Set AVEPOINT_REGION (now ${region}) to the tenant's data centre`;
  const product = "enable the product for the tenant, or take it out of AVEPOINT_PRODUCTS";
  if (known > 0) {
    const text = `Not found (404), while ${host} knows ${known} other ${known === 1 ? 'source' : 'sources'}: so the data centre is right and the tenant does not have this product. ${capital(product)}.`;
    return [TOKEN, ...notReached(['permission']), finding('data centre', 'ok', `${host} knows other sources of this tenant.`), finding('product', 'wrong', text)];
  }
  const reason = notFound > 1 ? `all ${notFound} sources asked at ${host} are not found (404): so the data centre is wrong rather than each product missing` : null;
  const text =
    reason === null
      ? `Not found (404) at ${host}. With one source there, a wrong data centre and a product that is not enabled look the same. ${dataCentre}; if it is right, ${product}.`
      : `${capital(reason)}. ${dataCentre}.`;
  return [TOKEN, ...notReached(['permission']), finding('data centre', 'wrong', text), ...notReached(['product'])];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
