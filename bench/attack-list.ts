/** Documents that would cost much, if they were let in. */
export interface Attack {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const repeat = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 'SALESFORCE' as unknown);

/** Every fragment spreads the next one `width` times, so that the last is asked for `width ** depth` times. */
function fragmentBomb(depth: number, width: number): string {
  const bombs = repeat(depth, (index) => `fragment F${index} on Job { ${repeat(width, () => `...F${index + 1}`)} }`);
  return `{ jobs { nodes { ...F0 } } } ${bombs} fragment F${depth} on Job { id }`;
}

const firsts = [-1, 201, 1e6, 2 ** 31];

export const attacks: Readonly<Record<string, Attack>> = {
  'fragment bomb, 9 x 2': { query: fragmentBomb(9, 2) },
  'fragment bomb, 30 x 2': { query: fragmentBomb(30, 2) },
  'fragment bomb over root fields': { query: `{ ...R0 } ${repeat(12, (index) => `fragment R${index} on Query { ...R${index + 1} ...R${index + 1} }`)} fragment R12 on Query { jobs(first: 1) { isComplete } }` },
  '1,000 aliases': { query: `{ ${repeat(1000, (index) => `a${index}: jobs { isComplete }`)} }` },
  '60 aliases': { query: `{ ${repeat(60, (index) => `a${index}: jobs { isComplete }`)} }` },
  '100 aliases of one leaf': { query: `{ jobs { nodes { ${repeat(100, (index) => `a${index}: raw`)} } } }` },
  '20,000 directives': { query: `{ jobs { isComplete ${repeat(20_000, () => '@a')} } }` },
  '400 directives': { query: `{ jobs { isComplete ${repeat(400, () => '@a')} } }` },
  '5,000 operations': { query: repeat(5000, (index) => `query Q${index} { __typename }`) },
  'a list 2,000 deep, literal': { query: `{ jobs(filter: { products: ${'['.repeat(2000)}${']'.repeat(2000)} }) { isComplete } }` },
  'a list 2,000 deep, variable': { query: 'query ($products: [BackupProduct!]) { jobs(filter: { products: $products }) { isComplete } }', variables: { products: nested(2000) } },
  'selections 400 deep': { query: `{ jobs { nodes ${'{ source '.repeat(400)} { id } ${'}'.repeat(400)} } }` },
  'overlapping fields, alike': { query: `{ jobs { nodes { ${repeat(980, () => 'id')} } } }` },
  'overlapping fields, in conflict': { query: `{ jobs { nodes { ${repeat(160, () => 'a: id a: jobId')} } } }` },
  'overlapping fields in fragments': { query: `{ jobs { nodes { ${repeat(60, (index) => `...F${index}`)} } } } ${repeat(60, (index) => `fragment F${index} on Job { a: ${index % 2 === 0 ? 'id' : 'jobId'} }`)}` },
  'a cycle of fragments': { query: '{ jobs { nodes { ...A } } } fragment A on Job { ...B } fragment B on Job { ...A }' },
  'a fragment of itself': { query: '{ jobs { nodes { ...A } } } fragment A on Job { id ...A }' },
  'names that nearly exist': { query: `{ jobs { nodes { ${repeat(300, (index) => `starttedAt${index}`)} } } }` },
  'introspection in circles': { query: `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }` },
  'the whole server, 40 times': { query: `{ ${repeat(40, (index) => `a${index}: jobs(first: 200, filter: { statuses: [FAILED] }) { nodes { id } }`)} }` },
  ...Object.fromEntries(
    firsts.flatMap((first): [string, Attack][] => [
      [`first: ${first}, literal`, { query: `{ jobs(first: ${first}) { isComplete } }` }],
      [`first: ${first}, variable`, { query: 'query ($first: Int) { jobs(first: $first) { isComplete } }', variables: { first } }],
      [`first: ${first}, default`, { query: `query ($first: Int = ${first}) { jobs(first: $first) { isComplete } }` }],
    ]),
  ),
};
