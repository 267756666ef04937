import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/** Of refusals that say what is wrong with the operation. */
const REFUSALS: ReadonlySet<unknown> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED']);
const NAMED = /application\/(?:graphql-response\+)?json/i;

/**
 * Refuses with 200 where the client names no type of JSON. Apollo Gateway is such a client: it reads no answer of another status, and
 * would tell its own client nothing but that status and this server's address.
 */
export function refuseReadably(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http, body } }) {
          if (http.status !== 400 || body.kind !== 'single' || NAMED.test(request.http?.headers.get('accept') ?? '')) return;
          const { errors = [] } = body.singleResult;
          if (errors.every(({ extensions }) => REFUSALS.has(extensions?.['code']))) http.status = 200;
        },
      };
    },
  };
}
