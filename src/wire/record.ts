/** A JSON object whose properties are found whatever their casing. */
export type Fields = ReadonlyMap<string, unknown>;

const EMPTY: Fields = new Map();

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a JSON object; none for any other value. */
export function fieldsOf(value: unknown): Fields {
  if (!isObject(value)) return EMPTY;
  const fields = new Map<string, unknown>();
  for (const [name, item] of Object.entries(value)) fields.set(name.toLowerCase(), item);
  return fields;
}

/** The first of several spellings of a property that is there, one with a value before one without. */
export function pick(fields: Fields, ...names: readonly string[]): unknown {
  let found: unknown;
  for (const name of names) {
    const value = fields.get(name.toLowerCase());
    if (value !== undefined && value !== null) return value;
    found ??= value;
  }
  return found;
}

/** What upstreams write where they have nothing to say. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && (value.trim() === '' || value.trim().toUpperCase() === 'N/A'));
}
