const files = import.meta.glob<string>('../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the tabs begin with; an example that is not listed comes after these, by name. */
const order = [
  'newest-jobs',
  'failed-last-24h',
  'running-now',
  'salesforce-jobs',
  'find-job',
  'next-page',
  'source-health',
];

export const exampleTabs: { query: string }[] = Object.entries(files)
  .map(([path, query]) => ({ name: path.replace(/^.*\/|\.graphql$/g, ''), query: query.trimEnd() }))
  .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name))
  .map(({ query }) => ({ query }));

function rank(name: string): number {
  const place = order.indexOf(name);
  return place === -1 ? order.length : place;
}
