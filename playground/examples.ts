const files = import.meta.glob<string>('../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the tabs begin with: what people come to ask, and no job that has waited for months leads it. An example that is not listed comes after these, by name. */
const order = [
  'failed-last-24h',
  'failures-by-tenant-and-product',
  'success-rate-by-day',
  'why-jobs-failed',
  'stale-backups',
  'three-failures-in-a-row',
  'sla-by-tenant',
  'restore-tested',
  'longest-jobs',
  'unusual-jobs',
  'newest-jobs',
  'running-now',
  'salesforce-jobs',
  'find-job',
  'next-page',
  'source-health',
  'tenants',
  'failures-of-tenants',
];

export interface Tab {
  query: string;
  variables: string;
  headers: string;
}

/**
 * Texts that are not there are empty, as in the editors: GraphiQL takes a null that becomes empty while an operation runs for another
 * operation, and keeps both in its history.
 */
export function tabOf(query: string, variables = ''): Tab {
  return { query, variables, headers: '' };
}

export const exampleTabs: Tab[] = Object.entries(files)
  .map(([path, query]) => ({ name: path.replace(/^.*\/|\.graphql$/g, ''), query: query.trimEnd() }))
  .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name))
  .map(({ query }) => tabOf(query));

function rank(name: string): number {
  const place = order.indexOf(name);
  return place === -1 ? order.length : place;
}
