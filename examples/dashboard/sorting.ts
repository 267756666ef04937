type Key = string | number | boolean | null;

const collator = new Intl.Collator(undefined, { numeric: true });

/** Numbers by size, texts as people count; what is not there is last, whichever way. */
export function sortBy<Item>(items: readonly Item[], keyOf: (item: Item) => Key, isDescending: boolean): readonly Item[] {
  return items.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return isDescending ? -order : order;
  });
}
