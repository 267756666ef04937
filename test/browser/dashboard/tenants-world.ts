import type { SimulatedJob } from '../../../simulator/index.js';
import { startTenants, type TenantsWorld } from '../../support/tenants-world.js';

/** Nothing moves while the tests look. */
const now = Math.floor(Date.now() / 1000) * 1000;
const HOUR_MS = 3_600_000;
const [succeeded, failed] = [2, 4];

/** Nightly backups of an organization, the newest first. */
function nightly(organizationId: string, statuses: readonly number[], hoursAgo = 3): Partial<SimulatedJob>[] {
  return statuses.map((status, night) => {
    const startedAt = now - (hoursAgo + 24 * night) * HOUR_MS;
    return { jobId: `${organizationId}-${night}`, type: 1, status, startedAt, finishedAt: startedAt + HOUR_MS / 2, organizationId };
  });
}
const often = (times: number): number[] => Array.from({ length: times }, () => succeeded);

/** Contoso fails, Northwind is stale, Fabrikam is well; in another order in the file. */
export function startThree(): Promise<TenantsWorld> {
  const products = ['salesforce'];
  const simulatorOf = (salesforce: readonly Partial<SimulatedJob>[]) => ({ now: () => now, jobs: { salesforce } });
  return startTenants({
    tenants: {
      fabrikam: { entry: { name: 'Fabrikam GmbH', labels: { tier: 'silver' }, products }, simulator: simulatorOf(nightly('fab-1', often(20))) },
      northwind: { entry: { name: 'Northwind Traders', labels: { tier: 'gold', country: 'us' }, products }, simulator: simulatorOf(nightly('wind-1', often(3), 60)) },
      contoso: { entry: { name: 'Contoso Straße', labels: { tier: 'gold', country: 'nl' }, products }, simulator: simulatorOf([...nightly('con-1', [failed, failed, ...often(10)]), ...nightly('con-2', often(10))]) },
    },
  });
}

export const askedBy = (world: TenantsWorld): string[] => ['contoso', 'fabrikam', 'northwind'].filter((key) => world.simulatorOf(key).calls.length > 0);
