import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';

/** One GraphQL server before all subgraphs. */
export async function startGateway(supergraphSdl: string, port = 0) {
  // Without this the gateway looks for the cloud that it runs in, and reports to its maker.
  process.env['APOLLO_TELEMETRY_DISABLED'] ??= '1';
  const server = new ApolloServer({
    gateway: new ApolloGateway({ supergraphSdl }),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
  return { url, close: () => server.stop() };
}
