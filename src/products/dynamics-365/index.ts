import type { ProductModule } from '../product.js';
import { jobs } from './endpoint.js';

export const dynamics365: ProductModule = {
  product: 'DYNAMICS_365',
  name: 'dynamics-365',
  title: 'Dynamics 365',
  queryField: 'dynamics365Jobs',
  filterField: 'dynamics365',
  endpoints: [jobs],
  // Its only permission can write.
  isOptIn: true,
};
