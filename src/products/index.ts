import type { BackupProduct } from '../generated/types.js';
import { dynamics365 } from './dynamics-365/index.js';
import { googleWorkspace } from './google-workspace/index.js';
import { iaasPaas } from './iaas-paas/index.js';
import { microsoft365 } from './microsoft-365/index.js';
import type { ProductModule } from './product.js';
import { salesforce } from './salesforce/index.js';

export { capabilitiesOf } from './capabilities.js';
export { typesOfOperation, workloadOfService } from './named-workload.js';
export type { Endpoint, ProductModule } from './product.js';

/** The registry. The compiler asks for a line for every value of `BackupProduct`; their order is that of the sources, and of jobs that started at the same moment. */
export const products = {
  GOOGLE_WORKSPACE: googleWorkspace,
  IAAS_PAAS: iaasPaas,
  MICROSOFT_365: microsoft365,
  SALESFORCE: salesforce,
  DYNAMICS_365: dynamics365,
} satisfies Record<BackupProduct, ProductModule>;
