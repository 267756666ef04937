import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { defaultFieldResolver, type DefinitionNode, type DocumentNode, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema, isTypeDefinitionNode, isTypeExtensionNode, Kind, parse, type TypeDefinitionNode, type TypeExtensionNode } from 'graphql';

import type { Context } from './context.js';
import { ForbiddenError } from './errors.js';
import type { BackupProduct } from './generated/types.js';
import type { ListField } from './listing/jobs-request.js';
import { once } from './once.js';
import { packageRoot } from './package-root.js';
import { createResolvers } from './resolvers/index.js';
import { createPolicies, type FieldPolicies } from './resolvers/policies.js';
import { traceField } from './tracing/fields.js';

export interface SchemaOptions {
  readonly listFields: readonly ListField[];
  /** Leaves out `Query.node` and `Query.nodes`, which two subgraphs cannot both have. */
  readonly isSubgraph: boolean;
}

/** What `Query` has only where the server stands alone. */
const STANDALONE = 'node.graphql';

export function createSchema({ listFields, isSubgraph }: SchemaOptions, policies: FieldPolicies = createPolicies(listFields)): GraphQLSchema {
  const typeDefs = readSdl(isSubgraph ? [STANDALONE] : []);
  const { Query, ...types } = createResolvers(listFields, jobTypesOf(typeDefs));
  const { node, nodes, ...query } = Query;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...types, Query: isSubgraph ? query : { ...query, node, nodes } } }]);
  answerReferencesOneByOne(schema, new Set(Object.entries(types).flatMap(([name, type]) => ('__resolveReference' in type ? [name] : []))));
  guardFields(schema, policies);
  return schema;
}

function readSdl(without: readonly string[]): DocumentNode {
  const directory = join(packageRoot, 'schema');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql') && !without.includes(name));
  return { kind: Kind.DOCUMENT, definitions: joinExtensions(files.sort().flatMap((name) => parse(readFileSync(join(directory, name), 'utf8')).definitions)) };
}

/** Extensions become parts of what they extend: of values that come in by an extension, the library serves no description. */
function joinExtensions(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const extensions = definitions.filter(isTypeExtensionNode);
  return definitions
    .filter((definition) => !isTypeExtensionNode(definition))
    .map((definition) => (isTypeDefinitionNode(definition) ? extensions.filter(({ name }) => name.value === definition.name.value).reduce(extend, definition) : definition));
}

const PARTS = ['directives', 'interfaces', 'fields', 'values', 'types'] as const;
type Parts = Readonly<Partial<Record<(typeof PARTS)[number], readonly unknown[]>>>;

function extend(definition: TypeDefinitionNode, extension: TypeExtensionNode): TypeDefinitionNode {
  const [own, added]: readonly [Parts, Parts] = [definition, extension];
  return { ...definition, ...Object.fromEntries(PARTS.map((part) => [part, [...(own[part] ?? []), ...(added[part] ?? [])]])) };
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

/** Puts the policy of every field of `Query` before its resolver; a field without one is not served at all. */
function guardFields(schema: GraphQLSchema, policies: FieldPolicies): void {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const policy = policies[field.name];
    if (policy === undefined) throw new Error(`Query.${field.name} has no policy: say in resolvers/policies.ts who may ask for it, and what it costs.`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = once(traceField(field.name, policy.product === null ? resolve : ifAllowed(policy.product, resolve)));
  }
}

function ifAllowed(product: BackupProduct, resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return (parent, args, context, info) => {
    if (context.forbidden.has(product)) throw new ForbiddenError('You have no right to the jobs of this product.');
    return resolve(parent, args, context, info);
  };
}
