import type { ProductModule } from '../product.js';
import { jobs } from './endpoint.js';

export const salesforce: ProductModule = {
  product: 'SALESFORCE',
  name: 'salesforce',
  title: 'Salesforce',
  queryField: 'salesforceJobs',
  filterField: 'salesforce',
  endpoints: [jobs],
};
