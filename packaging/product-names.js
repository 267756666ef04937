const DESCRIPTION = /^Cloud Backup for (.+?)[.:]/;

/** What people call each product: what its description in the schema says. */
export function plugin(schema) {
  const names = schema.getType('BackupProduct').getValues().map(({ name, description }) => [name, nameIn(name, description ?? '')]);
  names.sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return `export const productNames = ${JSON.stringify(Object.fromEntries(names), null, 2)} as const;\n`;
}

function nameIn(product, description) {
  const [, name] = DESCRIPTION.exec(description) ?? [];
  if (name === undefined) throw new Error(`The description of BackupProduct.${product} does not begin with "Cloud Backup for …": the dashboard takes the name from it.`);
  return name;
}
