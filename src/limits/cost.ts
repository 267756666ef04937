import { getArgumentValues, getNamedType, getVariableValues, GraphQLError, isListType, isNonNullType, isObjectType, Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

import type { Context } from '../context.js';
import { BadUserInputError } from '../errors.js';
import type { FieldPolicies } from '../resolvers/policies.js';
import { collectFields, isIntrospection, type Selecting } from './root-fields.js';

/** What an operation may cost at most. */
export interface Cost {
  /** Upstream calls, and the size of the answer in thousands of values. */
  readonly total: number;
  readonly calls: number;
  /** Of this server itself, for what is in memory too. */
  readonly work: number;
}

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VALUES_A_POINT = 1000;
const NOTHING: Cost = { total: 0, calls: 0, work: 0 };
const MAX_COERCION_ERRORS = 50;

/**
 * Checks the arguments of an operation, and says what it may cost. Null where its variables are wrong: execution then says so, and does
 * not begin.
 */
export function costOf(asked: Operation, policies: FieldPolicies, context: Context): Cost | null {
  try {
    return addUp(asked, policies, context);
  } catch (error) {
    // A null in a variable can reach where none may be; execution would find it too, after other fields have begun.
    if (!(error instanceof GraphQLError) || error.extensions['http'] !== undefined) throw error;
    throw new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

function addUp({ schema, document, operation, variables }: Operation, policies: FieldPolicies, context: Context): Cost | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: MAX_COERCION_ERRORS });
  const root = schema.getRootType(operation.operation);
  if (coerced === undefined || !root) return null;
  const fragments = Object.fromEntries(document.definitions.flatMap((node): [string, FragmentDefinitionNode][] => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
  const selecting = { fragments, variableValues: coerced };
  const costs = [...collectFields([operation.selectionSet], selecting)].map(([key, nodes]): Cost => {
    const name = nodes[0]?.name.value ?? '';
    const field = root.getFields()[name];
    if (field === undefined || isIntrospection(name)) return NOTHING;
    return costOfField(field, key, nodes, selecting, policies, context);
  });
  return { total: sum(costs.map(({ total }) => total)), calls: sum(costs.map(({ calls }) => calls)), work: sum(costs.map(({ work }) => work)) };
}

function costOfField(field: GraphQLField<unknown, unknown>, key: string, nodes: readonly FieldNode[], selecting: Selecting, policies: FieldPolicies, context: Context): Cost {
  const policy = policies[field.name];
  if (policy === undefined) throw new Error(`Query.${field.name} has no policy.`);
  const [node] = nodes;
  if (node === undefined) return NOTHING;
  try {
    const args = getArgumentValues(field, node, selecting.variableValues);
    const { calls, rows, work } = policy.demand(args, context, key, { fieldNodes: nodes, ...selecting });
    return { calls, work, total: calls + Math.floor(valuesOf(field, nodes, rows, selecting) / VALUES_A_POINT) };
  } catch (error) {
    if (!(error instanceof BadUserInputError)) throw error;
    throw new GraphQLError(error.message, { nodes: node, path: [key], originalError: error, extensions: { http: { status: 400 } } });
  }
}

/** Lists right below a field hold `rows` at most; whatever is below counts once. */
function valuesOf(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], rows: number, selecting: Selecting): number {
  if (isList(field)) return rows * count(setsOf(nodes), selecting);
  const type = getNamedType(field.type);
  const fields = isObjectType(type) ? type.getFields() : {};
  return sum([...collectFields(setsOf(nodes), selecting).values()].map((inner) => {
    const child = fields[inner[0]?.name.value ?? ''];
    return (child !== undefined && isList(child) ? rows : 1) * (1 + count(setsOf(inner), selecting));
  }));
}

function count(sets: readonly SelectionSetNode[], selecting: Selecting): number {
  return sum([...collectFields(sets, selecting).values()].map((nodes) => 1 + count(setsOf(nodes), selecting)));
}

function setsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
