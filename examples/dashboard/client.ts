import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { relayStylePagination } from '@apollo/client/utilities';
import introspection from 'avepoint-jobs-graphql/possible-types.json';

interface ClientOptions {
  readonly endpoint: URL;
  readonly token: string | null;
  onRefused(): void;
}

/** One client a token: what one person was allowed to read is gone with it. */
export function createClient({ endpoint, token, onRefused }: ClientOptions): ApolloClient {
  const refusals = new ErrorLink(({ error }) => {
    if (isRefusal(error)) onRefused();
  });
  const http = new HttpLink({ uri: endpoint.href, headers: token === null ? {} : { authorization: `Bearer ${token}` } });
  return new ApolloClient({
    link: ApolloLink.from([refusals, http]),
    cache: new InMemoryCache({
      possibleTypes: introspection.possibleTypes,
      typePolicies: { Query: { fields: { jobs: relayStylePagination(['filter', 'window']) } } },
    }),
    // A source that failed comes as an entry in `errors` beside the others' data; the default would throw the data away.
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
}

function isRefusal(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  return CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
}
