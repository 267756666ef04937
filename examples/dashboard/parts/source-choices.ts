import type { SourceFactsFragment } from '../generated/graphql';
import { sourceName } from '../words';

/** Any source, each by its name, and the chosen one by its id where it is not known. */
export function sourceChoices(sources: readonly SourceFactsFragment[], chosen: string | null): readonly (readonly [value: string, name: string])[] {
  const known = sources.map((source) => [source.id, sourceName(source)] as const);
  const isKnown = chosen === null || sources.some(({ id }) => id === chosen);
  return [['', 'Any'], ...known, ...(isKnown ? [] : [[chosen, chosen] as const])];
}
