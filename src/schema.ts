import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { concatAST, defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';

import { packageRoot } from './package-root.js';
import { ForbiddenError } from './errors.js';
import type { Context } from './context.js';
import { createResolvers } from './resolvers/index.js';
import type { FieldPolicies } from './resolvers/policies.js';

/** `connectionFields`: the fields of `Query` that list jobs. */
export function createSchema(connectionFields: readonly string[], policies: FieldPolicies): GraphQLSchema {
  const directory = join(packageRoot, 'schema');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const documents = files.sort().map((name) => parse(readFileSync(join(directory, name), 'utf8')));
  const schema = buildSubgraphSchema([{ typeDefs: concatAST(documents), resolvers: createResolvers(connectionFields) }]);
  guardFields(schema, policies);
  return schema;
}

/** Puts the policy of every field of `Query` before its resolver; a field without one is not served at all. */
function guardFields(schema: GraphQLSchema, policies: FieldPolicies): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const policy = policies[field.name];
    if (policy === undefined) throw new Error(`Query.${field.name} has no policy: say in resolvers/policies.ts who may ask for it, and what it costs.`);
    if (policy.access === 'product') field.resolve = ifAllowed(field.resolve ?? defaultFieldResolver);
  }
}

function ifAllowed(resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return (parent, args, context, info) => {
    if (context.forbidden.has(info.fieldName)) throw new ForbiddenError('You have no right to the jobs of this product.');
    return resolve(parent, args, context, info);
  };
}
