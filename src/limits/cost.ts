import { getArgumentValues, getVariableValues, GraphQLError, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

import type { Context } from '../context.js';
import { BadUserInputError } from '../errors.js';
import type { Demand } from '../listing/demand.js';
import type { FieldPolicies } from '../resolvers/policies.js';
import { outlineOf, type OutlinedField } from './outline.js';
import type { Selecting } from './root-fields.js';

/** What an operation may cost at most. */
export interface Cost {
  /** Upstream calls, and the size of the answer in thousands of values. */
  readonly total: number;
  /** No more than the operation has: what it would ask for beyond them is left for later pages. */
  readonly calls: number;
  /** The same of readings. */
  readonly readingCalls: number;
  /** In all lists together. */
  readonly rows: number;
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
  let [calls, readingCalls, rows, values, work] = [0, 0, 0, 0, 0];
  for (const outlined of outlineOf(root, document, operation, coerced)) {
    const demand = demandOf(outlined, coerced, policies, context);
    calls += demand.calls;
    readingCalls += demand.readingCalls;
    rows += demand.rows;
    work += demand.work;
    values += Math.floor((demand.rows * outlined.valuesARow + outlined.valuesBeside) / VALUES_A_POINT);
  }
  calls = Math.min(calls, context.budget.calls);
  readingCalls = Math.min(readingCalls, context.readings.budget.calls);
  return { total: calls + readingCalls + values, calls, readingCalls, rows, work };
}

function demandOf({ key, field, node, selected }: OutlinedField, variableValues: Selecting['variableValues'], policies: FieldPolicies, context: Context): Demand {
  const policy = policies[field.name];
  if (policy === undefined) throw new Error(`Query.${field.name} has no policy.`);
  try {
    return policy.demand(getArgumentValues(field, node, variableValues), context, key, selected);
  } catch (error) {
    if (!(error instanceof BadUserInputError)) throw error;
    throw new GraphQLError(error.message, { nodes: node, path: [key], originalError: error, extensions: { http: { status: 400 } } });
  }
}
