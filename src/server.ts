import { setMaxListeners } from 'node:events';
import { join } from 'node:path';

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastifyStatic from '@fastify/static';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify';

import type { Context } from './context.js';
import { createErrorFormatter, formatFailure } from './error-format.js';
import { createContext } from './loaders/context.js';
import type { PageMemory } from './loaders/page-memory.js';
import type { Source } from './loaders/source.js';
import { packageRoot } from './package-root.js';
import type { CursorSealer } from './paging/cursor.js';
import { createSchema, type SchemaOptions } from './schema.js';

export interface ServerDependencies {
  readonly sources: readonly Source[];
  readonly memory: PageMemory;
  /** Upstream calls that an operation may make. */
  readonly callBudget: number;
  readonly schema: SchemaOptions;
  readonly cursors: CursorSealer;
  readonly logger: FastifyBaseLogger;
}

export interface Server {
  readonly app: FastifyInstance;
  /** Makes readiness fail, so that nobody sends more. */
  startDraining(): void;
}

/** Of a whole operation, its upstream calls included. */
const OPERATION_MS = 25_000;

/** The whole server, not listening yet. */
export async function createServer({ schema, logger, ...shared }: ServerDependencies): Promise<Server> {
  let isDraining = false;
  const app = fastify({ loggerInstance: logger, logController: new LogController({ disableRequestLogging: true }), forceCloseConnections: 'idle' });
  const apollo = new ApolloServer<Context>({
    schema: createSchema(schema),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
    formatError: createErrorFormatter(logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      sourceFailures(),
      requestLog(logger),
    ],
  });
  // A connection that is kept alive would hold the server open after its last answer.
  app.addHook('onSend', async (_request, reply) => {
    if (isDraining) reply.header('connection', 'close');
  });
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    context: async (_request, reply) => createContext(shared, signalOf(reply)),
  });

  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', (_request, reply) =>
    reply.code(isDraining ? 503 : 200).send({
      status: isDraining ? 'draining' : 'ok',
      sources: shared.sources.map(({ id, node }) => ({ id, state: node.health.state })),
    }),
  );
  await app.register(fastifyStatic, { root: join(packageRoot, 'dist', 'playground'), wildcard: false });
  await app.register(fastifyStatic, { root: join(packageRoot, 'dist', 'dashboard'), prefix: '/dashboard/', wildcard: false, decorateReply: false });
  // Relative, so that it stays below the path of a reverse proxy.
  app.get('/dashboard', ({ url }, reply) => reply.redirect(`dashboard/${url.slice('/dashboard'.length)}`));
  return {
    app,
    startDraining() {
      isDraining = true;
    },
  };
}

/** Aborts when the client goes away before it has its answer, or has waited long enough. */
function signalOf({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // Every page that is read listens.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => controller.abort(new DOMException('The operation ran out of time.', 'TimeoutError')), OPERATION_MS).unref();
  raw.once('close', () => {
    clearTimeout(timer);
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Puts one entry into `errors` for every source that failed, so that a client that reads nothing else notices too. */
function sourceFailures(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response: { body } }) {
          if (body.kind !== 'single' || contextValue.failures.length === 0) return;
          body.singleResult.errors = [...(body.singleResult.errors ?? []), ...contextValue.failures.map(formatFailure)];
        },
      };
    },
  };
}

/** One line an operation. Names come from the parsed document, so they are plain words. */
function requestLog(logger: FastifyBaseLogger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const startedAt = performance.now();
      return {
        async willSendResponse({ contextValue, operation, response: { body } }) {
          logger.info(
            {
              operation: operation?.name?.value ?? null,
              durationMs: Math.round(performance.now() - startedAt),
              upstreamCalls: contextValue.budget.spent,
              errors: body.kind === 'single' ? (body.singleResult.errors?.length ?? 0) : 0,
            },
            'operation',
          );
        },
      };
    },
  };
}
