import type { ProductModule } from '../product.js';
import { jobs } from './endpoint.js';

export const googleWorkspace: ProductModule = {
  product: 'GOOGLE_WORKSPACE',
  name: 'google-workspace',
  title: 'Google Workspace',
  queryField: 'googleWorkspaceJobs',
  filterField: 'googleWorkspace',
  endpoints: [jobs],
};
