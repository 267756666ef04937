import {
  getNamedType, getNullableType, isAbstractType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType,
  type GraphQLArgument, type GraphQLCompositeType, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';

import { currentSeats } from '../products/index.js';

export interface RandomDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Writing {
  readonly schema: GraphQLSchema;
  random(): number;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
}

const SOURCES = [...currentSeats.map(({ sourceId }) => sourceId), 'other/us/salesforce'];
const DURATIONS = ['PT1H', 'PT24H', 'P7D', 'P2W', 'P30D'];
const ZONES = ['UTC', 'Europe/Amsterdam', 'Asia/Kathmandu', 'America/Sao_Paulo'];
/** Fields that tell of the schema, and those that need an entity. */
const SKIPPED = ['_service', '_entities'];

/** `DOCUMENTS=10000 npx vitest run` and the test's file for a long night; `SEED` for others. */
export function amountOf(documents: number, seed: number): { readonly documents: number; readonly seed: number } {
  return { documents: Number(process.env['DOCUMENTS'] ?? documents), seed: Number(process.env['SEED'] ?? seed) };
}

/** Valid documents over a schema, the same for the same seed. */
export function* randomDocuments(schema: GraphQLSchema, seed: number): Generator<RandomDocument, void> {
  const random = createRandom(seed);
  for (;;) {
    const writing: Writing = { schema, random, definitions: [], variables: {}, fragments: [] };
    const root = schema.getQueryType();
    if (!root) throw new Error('The schema has no queries.');
    const fields = Array.from({ length: 1 + upTo(writing, 2) }, (_, index) => writeField(pick(writing, rootFields(root)), root, `r${index}`, 6, writing));
    const head = writing.definitions.length === 0 ? 'query Random' : `query Random(${writing.definitions.join(', ')})`;
    yield { query: [`${head} { ${fields.join(' ')} }`, ...writing.fragments].join('\n'), variables: writing.variables };
  }
}

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const upTo = ({ random }: Writing, most: number): number => Math.floor(random() * (most + 1));
const chance = ({ random }: Writing, probability: number): boolean => random() < probability;

function pick<T>(writing: Writing, items: readonly T[]): T {
  return items[upTo(writing, items.length - 1)] as T;
}

function rootFields(root: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(root.getFields()).filter(({ name }) => !SKIPPED.includes(name));
}

/** An alias that says what it stands for, so that fields of one key never differ. */
function writeField(field: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType, prefix: string, depth: number, writing: Writing): string {
  const isRoot = prefix !== '';
  const alias = isRoot ? `${prefix}: ` : chance(writing, 0.05) ? `${parent.name}_${field.name}: ` : '';
  const args = field.args.flatMap((argument) => (isNonNullType(argument.type) || chance(writing, 0.4) ? [`${argument.name}: ${writeArgument(argument, writing)}`] : []));
  const type = getNamedType(field.type);
  return `${alias}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${writeDirective(0.05, writing)}${isLeafType(type) ? '' : writeSelection(type as GraphQLCompositeType, depth - 1, writing)}`;
}

function writeDirective(probability: number, writing: Writing): string {
  return chance(writing, probability) ? ` @${pick(writing, ['skip', 'include'])}(if: ${writeVariable('Boolean!', chance(writing, 0.5), writing)})` : '';
}

function writeSelection(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const all = 'getFields' in type ? Object.values(type.getFields()) : [];
  // Selecting one field of several products needs aliases where their types differ; common fields do not.
  const fields = all.filter((field) => isLeafType(getNamedType(field.type)) || depth > 0);
  const chosen = fields.filter(() => chance(writing, 0.35)).map((field) => writeField(field, type, '', depth, writing));
  const parts = ['__typename', ...chosen];
  if (isAbstractType(type) && depth > 0 && chance(writing, 0.4)) {
    const possible = pick(writing, writing.schema.getPossibleTypes(type));
    parts.push(`... on ${possible.name}${writeDirective(0.2, writing)} { ${own(possible, type, writing).join(' ')} __typename }`);
  }
  if (chance(writing, 0.1)) {
    const name = `F${writing.fragments.length}`;
    writing.fragments.push(`fragment ${name} on ${type.name} { ${parts.join(' ')} }`);
    const spreads = Array.from({ length: 1 + upTo(writing, 1) }, () => `...${name}${writeDirective(0.2, writing)}`);
    return ` { ${spreads.join(' ')} }`;
  }
  return ` { ${parts.join(' ')} }`;
}

/** Leaf fields of a type that its interface does not have. */
function own(type: GraphQLObjectType, of: GraphQLCompositeType, writing: Writing): string[] {
  const common = 'getFields' in of ? of.getFields() : {};
  const fields = Object.values(type.getFields()).filter(({ name, type: fieldType }) => common[name] === undefined && isLeafType(getNamedType(fieldType)));
  return fields.filter(() => chance(writing, 0.3)).map(({ name }) => `${type.name}_${name}: ${name}`);
}

function writeArgument(argument: GraphQLArgument, writing: Writing): string {
  const value = randomValue(argument, argument.type, writing);
  if (!chance(writing, 0.5)) return print(value, argument.type, (item, type) => (chance(writing, 0.1) ? writeNestedVariable(type, item, writing) : null));
  return writeVariable(String(argument.type), value, writing, chance(writing, 0.3) && !isNonNullType(argument.type) ? ` = ${print(value, argument.type)}` : '');
}

function writeVariable(type: string, value: unknown, { definitions, variables }: Writing, byDefault = ''): string {
  const name = `v${definitions.length}`;
  definitions.push(`$${name}: ${type}${byDefault}`);
  if (byDefault === '') variables[name] = value;
  return `$${name}`;
}

/** Of those that may be null some are not given. */
function writeNestedVariable(type: GraphQLInputType, value: unknown, writing: Writing): string {
  const name = writeVariable(String(type), value, writing);
  if (!isNonNullType(type) && chance(writing, 0.3)) Reflect.deleteProperty(writing.variables, name.slice(1));
  return name;
}

function randomValue(of: GraphQLArgument | GraphQLInputField, type: GraphQLInputType, writing: Writing): unknown {
  const nullable = getNullableType(type);
  // Hardly any text is a cursor.
  if (!isNonNullType(type) && chance(writing, of.name === 'after' ? 0.95 : 0.1)) return null;
  if (isListType(nullable)) return Array.from({ length: upTo(writing, 2) }, () => randomValue(of, nullable.ofType, writing));
  if (isEnumType(nullable)) return pick(writing, nullable.getValues()).name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter((field) => (isNonNullType(field.type) && field.defaultValue === undefined) || chance(writing, 0.25));
    return Object.fromEntries(fields.map((field) => [field.name, randomValue(field, field.type, writing)]));
  }
  return randomScalar(of.name, String(nullable), writing);
}

function randomScalar(name: string, type: string, writing: Writing): unknown {
  if (name === 'first') return chance(writing, 0.97) ? upTo(writing, 200) : pick(writing, [-1, 201, 2 ** 31 - 1]);
  if (type === 'Int') return upTo(writing, 30);
  if (type === 'Boolean') return chance(writing, 0.5);
  if (type === 'DateTime') return new Date(Date.now() - writing.random() * 40 * 86_400_000).toISOString();
  if (type === 'Duration') return pick(writing, DURATIONS);
  if (type === 'TimeZone') return pick(writing, ZONES);
  if (type === 'Float') return 1.5 + writing.random() * 4;
  if (type === 'ID') return pick(writing, SOURCES);
  return name === 'tenants' ? pick(writing, ['default', 'other']) : pick(writing, ['2', 'FB', 'a"\\b\n{', '']);
}

/** GraphQL's own notation, in which enum values and field names stand without quotes. `instead`: what stands in place of an inner value, if anything. */
function print(value: unknown, type: GraphQLInputType, instead: (item: unknown, type: GraphQLInputType) => string | null = () => null): string {
  const nullable = getNullableType(type);
  const inner = (item: unknown, of: GraphQLInputType): string => instead(item, of) ?? print(item, of, instead);
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value) && isListType(nullable)) return `[${value.map((item) => inner(item, nullable.ofType)).join(', ')}]`;
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return `{ ${Object.entries(value).map(([name, item]) => `${name}: ${inner(item, fields[name]?.type ?? nullable)}`).join(', ')} }`;
  }
  return isEnumType(nullable) ? (value as string) : JSON.stringify(value);
}
