import type { z } from 'zod';

/** Fields in which names are the tenant's own words. */
const OF_WORDS: ReadonlySet<unknown> = new Set(['labels', 'ids']);

/** The value as the schema has it. Null where something is wrong with it: `faults` gets places and rules, never what stands there. */
export function readAs<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string, faults: string[]): z.output<Schema> | null {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  faults.push(...new Set(error.issues.map(({ path, message }) => `${placeOf(place, path)} ${message}.`.trimStart())));
  return null;
}

function placeOf(place: string, path: readonly PropertyKey[]): string {
  const end = path.findIndex((part) => OF_WORDS.has(part));
  return [place, ...path.slice(0, end === -1 ? undefined : end + 1).map(String)].filter((part) => part !== '').join('.');
}
