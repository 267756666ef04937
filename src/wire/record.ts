/** A JSON object whose properties are found whatever their casing. */
export interface Fields {
  /** In the order of the shape's keys. */
  readonly values: readonly unknown[];
  readonly shape: Shape;
}

/** The names of an object's properties. */
export interface Shape {
  readonly keys: readonly string[];
  /** By its name in lower case, the last of those that differ in casing alone. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** What was looked for, and at which keys it is. */
  readonly found: Map<Names, readonly number[]>;
}

/** A property's name, or its spellings in a list that is made once: what was looked for is kept with the shape, and so would a list for every record be. */
export type Names = string | readonly string[];

/** Of objects that look alike, as the records of a product do. */
export type Shapes = Shape[];

const MOST_SHAPES = 32;
/** Characters of a shape's names: longer ones are no vendor's, and not kept. */
const MOST_CHARACTERS = 4000;
const EMPTY: Fields = { values: [], shape: shapeOf([]) };

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a JSON object; none for any other value. `shapes`: of those read before. */
export function fieldsOf(value: unknown, shapes: Shapes = []): Fields {
  if (!isObject(value)) return EMPTY;
  const keys = Object.keys(value);
  const known = shapes.find((shape) => isSame(shape.keys, keys));
  return { values: Object.values(value), shape: known ?? learn(keys, shapes) };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function learn(keys: readonly string[], shapes: Shapes): Shape {
  const shape = shapeOf(keys);
  if (keys.join('').length <= MOST_CHARACTERS && shapes.push(shape) > MOST_SHAPES) shapes.shift();
  return shape;
}

function shapeOf(keys: readonly string[]): Shape {
  return { keys, indexOf: new Map(keys.map((key, index) => [key.toLowerCase(), index])), found: new Map() };
}

/** The first of several spellings of a property that is there, one with a value before one without. */
export function pick({ values, shape }: Fields, names: Names): unknown {
  let found: unknown;
  for (const index of shape.found.get(names) ?? findIndices(names, shape)) {
    const value = values[index];
    if (value !== undefined && value !== null) return value;
    found ??= value;
  }
  return found;
}

function findIndices(names: Names, { indexOf, found }: Shape): readonly number[] {
  const spellings = typeof names === 'string' ? [names] : names;
  const indices = spellings.flatMap((name) => indexOf.get(name.toLowerCase()) ?? []);
  found.set(names, indices);
  return indices;
}

const CAPITAL_N = 0x4e;
const SMALL_N = 0x6e;

/** What upstreams write where they have nothing to say. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'string') return false;
  const first = value.charCodeAt(0);
  // Most texts say so with their first letter or digit.
  if (first > 0x20 && first < 0x7f && first !== CAPITAL_N && first !== SMALL_N) return false;
  const text = value.trim();
  return text === '' || text.toUpperCase() === 'N/A';
}
