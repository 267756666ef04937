import type { ProductModule } from '../product.js';
import { jobs } from './endpoint.js';
import { jobReport } from './job-report-endpoint.js';

export const iaasPaas: ProductModule = {
  product: 'IAAS_PAAS',
  name: 'iaas-paas',
  title: 'IaaS + PaaS',
  queryField: 'iaasPaasJobs',
  filterField: 'iaasPaas',
  endpoints: [jobs, jobReport],
};
