import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { concatAST, type GraphQLSchema, parse } from 'graphql';

import { packageRoot } from './package-root.js';
import { createResolvers } from './resolvers/index.js';

/** `connectionFields`: the fields of `Query` that list jobs. */
export function createSchema(connectionFields: readonly string[]): GraphQLSchema {
  const directory = join(packageRoot, 'schema');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const documents = files.sort().map((name) => parse(readFileSync(join(directory, name), 'utf8')));
  return buildSubgraphSchema([{ typeDefs: concatAST(documents), resolvers: createResolvers(connectionFields) }]);
}
