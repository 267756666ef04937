/** A JSON object whose properties are found whatever their casing. */
export interface Fields {
  readonly object: Readonly<Record<string, unknown>>;
  readonly shape: Shape;
}

/** The names of an object's properties. */
export interface Shape {
  readonly keys: readonly string[];
  /** By its name in lower case, the last of those that differ in casing alone. */
  readonly keyOf: ReadonlyMap<string, string>;
  /** What was looked for, and under which keys it is. */
  readonly found: Map<Names, readonly string[]>;
}

/** A property's name, or its spellings in a list that is made once: a list for every record would be a thing to look for of its own. */
export type Names = string | readonly string[];

/** Of objects that look alike, as the records of a page do. */
export type Shapes = Shape[];

const MOST_SHAPES = 8;
const EMPTY: Fields = { object: {}, shape: shapeOf([]) };

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a JSON object; none for any other value. `shapes`: of those read before. */
export function fieldsOf(value: unknown, shapes: Shapes = []): Fields {
  if (!isObject(value)) return EMPTY;
  const keys = Object.keys(value);
  const known = shapes.find((shape) => isSame(shape.keys, keys));
  return { object: value, shape: known ?? learn(keys, shapes) };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

function learn(keys: readonly string[], shapes: Shapes): Shape {
  const shape = shapeOf(keys);
  if (shapes.push(shape) > MOST_SHAPES) shapes.shift();
  return shape;
}

function shapeOf(keys: readonly string[]): Shape {
  return { keys, keyOf: new Map(keys.map((key) => [key.toLowerCase(), key])), found: new Map() };
}

/** The first of several spellings of a property that is there, one with a value before one without. */
export function pick({ object, shape }: Fields, names: Names): unknown {
  let found: unknown;
  for (const key of shape.found.get(names) ?? findKeys(names, shape)) {
    const value = object[key];
    if (value !== undefined && value !== null) return value;
    found ??= value;
  }
  return found;
}

function findKeys(names: Names, { keyOf, found }: Shape): readonly string[] {
  const spellings = typeof names === 'string' ? [names] : names;
  const keys = spellings.flatMap((name) => keyOf.get(name.toLowerCase()) ?? []);
  found.set(names, keys);
  return keys;
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
