/** Whether an operation declares `$tenants`: one that does not would be sent a variable in vain. */
export function takesTenants(query: string): boolean {
  return /\$tenants\s*:\s*\[/.test(query.replaceAll(/#.*/g, ''));
}

/** Those in the variables; null where these cannot be read, and so not written either. */
export function readTenants(variables: string): readonly string[] | null {
  const read = parse(variables);
  if (read === null) return null;
  const tenants = read['tenants'] ?? [];
  return Array.isArray(tenants) && tenants.every((tenant) => typeof tenant === 'string') ? tenants : null;
}

/** The same variables with these tenants; without any the variable is left out, since an empty list would match nobody. */
export function withTenants(variables: string, tenants: readonly string[]): string {
  const { tenants: _, ...others } = parse(variables) ?? {};
  const changed = { ...others, ...(tenants.length > 0 && { tenants }) };
  return Object.keys(changed).length === 0 ? '' : JSON.stringify(changed, null, 2);
}

function parse(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null;
  } catch {
    return null;
  }
}
