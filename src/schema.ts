import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { concatAST, type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse } from 'graphql';

import { packageRoot } from './package-root.js';
import { createResolvers } from './resolvers/index.js';

export interface SchemaOptions {
  /** The fields of `Query` that list jobs. */
  readonly connectionFields: readonly string[];
  /** Leaves out `Query.node` and `Query.nodes`, which two subgraphs cannot both have. */
  readonly isSubgraph: boolean;
}

/** What `Query` has only where the server stands alone. */
const STANDALONE = 'node.graphql';

export function createSchema({ connectionFields, isSubgraph }: SchemaOptions): GraphQLSchema {
  const typeDefs = readSdl(isSubgraph ? [STANDALONE] : []);
  const { Query, ...types } = createResolvers(connectionFields, jobTypesOf(typeDefs));
  const { node, nodes, ...query } = Query;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...types, Query: isSubgraph ? query : { ...query, node, nodes } } }]);
  answerReferencesOneByOne(schema, new Set(Object.entries(types).flatMap(([name, type]) => ('__resolveReference' in type ? [name] : []))));
  return schema;
}

function readSdl(without: readonly string[]): DocumentNode {
  const directory = join(packageRoot, 'schema');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql') && !without.includes(name));
  return concatAST(files.sort().map((name) => parse(readFileSync(join(directory, name), 'utf8'))));
}

function jobTypesOf({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.interfaces?.some(({ name }) => name.value === 'Job') === true ? [definition.name.value] : [],
  );
}

/** The library gives up on all references of a request where one names a type that there is not, and fails on one that is no entity. */
function answerReferencesOneByOne(schema: GraphQLSchema, entities: ReadonlySet<unknown>): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const resolve = field?.resolve;
  if (field === undefined || resolve === undefined) return;
  field.resolve = (parent, args: { readonly representations: readonly unknown[] }, context, info) =>
    args.representations.map((reference) =>
      typeof reference === 'object' && reference !== null && '__typename' in reference && entities.has(reference.__typename)
        ? (resolve(parent, { representations: [reference] }, context, info) as unknown[])[0]
        : new GraphQLError('This reference names no entity of this subgraph.', { extensions: { code: 'BAD_USER_INPUT' } }),
    );
}
