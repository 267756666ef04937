import { setTimeout as sleep } from 'node:timers/promises';

import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

import { examineDocument } from './compilable.js';
import type { Context } from './context.js';
import { weighDocument } from './limits/document-store.js';

type Variables = Readonly<Record<string, unknown>>;
type Run = (context: Context, variables: Variables) => Promise<Partial<ExecutionResult>> | Partial<ExecutionResult>;

export interface Compiling {
  /** The time that a document comes from which on it is run compiled. */
  readonly fromTime: number;
  /** For how many times as long as compiling took nothing else is compiled. */
  readonly restFactor: number;
  readonly compileQuery: (schema: GraphQLSchema, document: DocumentNode, operationName?: string) => CompiledQuery | ExecutionResult;
}

/** One that comes once is not worth it, and nobody can make the server compile for more than a tenth of its time by sending ever new ones. */
export const COMPILING: Compiling = { fromTime: 2, restFactor: 9, compileQuery };
const MB = 1024 * 1024;
const COMPILED_BYTES = 16 * MB;
/** Of a field: 1 to 5 KB of text, and what is made of it. */
const FIELD_BYTES = 10_000;
/** Of what is not for compiling, however often it comes. */
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Runs queries as compiled functions, which read a page of jobs at a fraction of the price. What cannot be compiled, and what comes out with
 * errors, is Apollo's to execute, as if there were no compiled functions; what was resolved is not resolved again for that.
 */
export function compiledExecution(schema: GraphQLSchema, { fromTime, restFactor, compileQuery }: Compiling = COMPILING): ApolloServerPlugin<Context> {
  /** How often each has come; they go with the documents that Apollo keeps. */
  const times = new WeakMap<OperationDefinitionNode, number>();
  const compiled = new LRUCache<OperationDefinitionNode, Run>({ maxSize: COMPILED_BYTES, dispose: (_run, operation) => times.delete(operation) });
  let restsUntil = 0;

  async function compiledOf(document: DocumentNode, operation: OperationDefinitionNode): Promise<Run | null> {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const time = (times.get(operation) ?? 0) + 1;
    times.set(operation, time);
    if (time < fromTime || performance.now() < restsUntil) return null;
    restsUntil = Number.POSITIVE_INFINITY;
    await othersTurn();
    const startedAt = performance.now();
    try {
      const made = compile(compileQuery, schema, document, operation);
      if (made === null) times.set(operation, NEVER);
      else compiled.set(operation, made.run, { size: weighDocument(document) + FIELD_BYTES * made.fields });
    } finally {
      const now = performance.now();
      restsUntil = now + restFactor * (now - startedAt);
    }
    await othersTurn();
    return compiled.get(operation) ?? null;
  }

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, contextValue, ...resolved }) {
          const operation: OperationDefinitionNode | undefined = resolved.operation;
          // An operation that is not in its document is execution's to refuse.
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          const { data, errors } = (await (await compiledOf(document, operation))?.(contextValue, request.variables ?? {})) ?? {};
          if (data === undefined || errors !== undefined) return null;
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
        },
      };
    },
  };
}

/** A timer: an immediate comes before the event loop looks for what others have sent meanwhile. */
function othersTurn(): Promise<void> {
  return sleep(0);
}

function compile(compileQuery: Compiling['compileQuery'], schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): { readonly run: Run; readonly fields: number } | null {
  const examined = examineDocument(document, operation);
  const query = examined === null ? null : compileQuery(schema, document, operation.name?.value);
  if (examined === null || query === null || !isCompiledQuery(query)) return null;
  const { fields, defaults, nested } = examined;
  return {
    fields,
    run(context, variables) {
      const given: Variables = { ...defaults, ...variables };
      // The library takes one that is not given for null.
      const isLacking = nested.some((name) => (given[name] ?? null) === null);
      return isLacking ? {} : query.query(undefined, context, given);
    },
  };
}
