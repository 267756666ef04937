import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';

import type { Caller } from '../auth/caller.js';
import type { Context } from '../context.js';
import { collectFields, EVERY_FIELD, isIntrospection } from './root-fields.js';

/** Who may see the schema: every caller, those whose rights say so, or nobody. */
export type Introspection = 'callers' | 'granted' | 'off';

const HINT = /\s*Did you mean .+\?$/s;

/** Keeps the schema from callers who may not see it, hints at its names included. Documents are kept once validated, so this is no validation rule. */
export function keepSchemaFrom(introspection: Introspection): ApolloServerPlugin<Context> {
  const maySee = ({ rights }: Caller): boolean => introspection === 'callers' || (introspection === 'granted' && rights.mayIntrospect);
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue, ...resolved }) {
          const operation: OperationDefinitionNode | undefined = resolved.operation;
          if (operation === undefined || maySee(contextValue.caller)) return;
          const fragments = Object.fromEntries(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
          const fields = collectFields([operation.selectionSet], { fragments, variableValues: EVERY_FIELD });
          const field = [...fields.values()].flat().find(({ name }) => isIntrospection(name.value));
          if (field !== undefined) throw new GraphQLError('The schema is not shown to this caller.', { nodes: field, extensions: { code: 'FORBIDDEN', http: { status: 403 } } });
        },
        async willSendResponse({ contextValue, response: { body } }) {
          if (maySee(contextValue.caller) || body.kind !== 'single' || body.singleResult.errors === undefined) return;
          body.singleResult.errors = body.singleResult.errors.map((error) => ({ ...error, message: error.message.replace(HINT, '') }));
        },
      };
    },
  };
}
