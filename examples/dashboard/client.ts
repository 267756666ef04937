import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { relayStylePagination } from '@apollo/client/utilities';
import introspection from 'avepoint-jobs-graphql/possible-types.json';
import type { Credential } from './credential';
import { boardPages } from './reading/board-pages';

interface ClientOptions {
  readonly endpoint: URL;
  readonly credential: Credential | null;
  onRefused(): void;
}

/** One client a credential: what one person was allowed to read is gone with it. */
export function createClient({ endpoint, credential, onRefused }: ClientOptions): ApolloClient {
  const refusals = new ErrorLink(({ error }) => {
    if (isRefusal(error)) onRefused();
  });
  const http = new HttpLink({ uri: endpoint.href, headers: credential === null ? {} : { [credential[0]]: credential[1] } });
  return new ApolloClient({
    link: ApolloLink.from([refusals, http]),
    cache: new InMemoryCache({
      possibleTypes: introspection.possibleTypes,
      // `first` tells lists apart that ask the same: a panel's first page, read anew, would cut the table's list short.
      // A workload is judged by what was asked: under its id alone, one board would show the verdicts of another.
      typePolicies: {
        Query: { fields: { jobs: relayStylePagination(['filter', 'window', 'orderBy', 'first']), jobWorkloads: boardPages } },
        JobWorkload: { keyFields: false },
      },
    }),
    // A source that failed comes as an entry in `errors` beside the others' data; the default would throw the data away.
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
}

function isRefusal(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
}
