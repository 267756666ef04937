import { dynamics365 } from './dynamics-365/index.js';
import { googleWorkspace } from './google-workspace/index.js';
import { iaasPaas } from './iaas-paas/index.js';
import { microsoft365 } from './microsoft-365/index.js';
import { salesforce } from './salesforce/index.js';

/** The registry: the one place where a product's name is said. In this order lists show jobs that started at the same moment. */
export const products = {
  'google-workspace': googleWorkspace,
  'iaas-paas': iaasPaas,
  'microsoft-365': microsoft365,
  salesforce,
  'dynamics-365': dynamics365,
};

export type ProductName = keyof typeof products;

export const productNames = Object.keys(products) as readonly ProductName[];

/** One of something for each product. */
export function forEachProduct<T>(make: (name: ProductName) => T): Record<ProductName, T> {
  return Object.fromEntries(productNames.map((name) => [name, make(name)])) as Record<ProductName, T>;
}
