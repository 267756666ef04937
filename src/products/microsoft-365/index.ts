import type { ProductModule } from '../product.js';
import { cloudBackupJobs } from './endpoint.js';
import { jobs } from './jobs-endpoint.js';

export const microsoft365: ProductModule = {
  product: 'MICROSOFT_365',
  name: 'microsoft-365',
  title: 'Microsoft 365',
  queryField: 'microsoft365Jobs',
  filterField: 'microsoft365',
  endpoints: [cloudBackupJobs, jobs],
};
