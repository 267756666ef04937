import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { concatAST, extendSchema, getNamedType, GraphQLSchema, isLeafType, isObjectType, parse } from 'graphql';

/** Parts of the dashboard's operations that name products: written of the schema, so that a new product needs none of its own. */
export default function productDocuments() {
  const schema = readSchema();
  return parse(`${writeFacts(schema)}\n${writeCounts(schema)}`);
}

function readSchema() {
  const directory = join(import.meta.dirname, '../schema');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const sdl = concatAST(files.map((name) => parse(readFileSync(join(directory, name), 'utf8'))));
  return extendSchema(new GraphQLSchema({}), sdl, { assumeValidSDL: true });
}

/** What each type of job has beyond the others, under names that are one type's alone: fields of one name may be of two types. */
function writeFacts(schema) {
  const common = schema.getType('Job').getFields();
  const types = schema.getPossibleTypes(schema.getType('Job')).map((type) => {
    const own = Object.values(type.getFields()).filter(({ name }) => !(name in common));
    return `... on ${type.name} { ${own.map((field) => `${type.name}_${field.name}: ${select(field)}`).join('\n')} }`;
  });
  return `fragment ProductFacts on Job { ${types.join('\n')} }`;
}

function writeCounts(schema) {
  return `fragment CountFacts on JobCounts { ${leavesOf(schema.getType('JobCounts'))} }`;
}

function select({ name, type }) {
  const inner = getNamedType(type);
  return isObjectType(inner) ? `${name} { ${leavesOf(inner)} }` : name;
}

function leavesOf(type) {
  return Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name).join(' ');
}
