import type { ProductName } from '../job.js';
import { googleWorkspace } from './google-workspace/index.js';
import { iaasPaas } from './iaas-paas/index.js';
import { microsoft365 } from './microsoft-365/index.js';
import type { Product } from './product.js';
import { salesforce } from './salesforce/index.js';

export const products: Readonly<Record<ProductName, Product>> = {
  'google-workspace': googleWorkspace,
  'iaas-paas': iaasPaas,
  'microsoft-365': microsoft365,
  salesforce,
};
