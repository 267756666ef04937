import { join } from 'node:path';

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastifyStatic from '@fastify/static';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify';

import { createAuthenticate } from './auth/authenticate.js';
import { compiledExecution, type Compiling } from './compiled-execution.js';
import { createContext, upstreamCallsOf, type Context, type Reach, type RequestLog, type Shared } from './context.js';
import { CROWDED_SEND_MS, OPERATION_MS, PLACE_WAIT_MS } from './deadlines.js';
import { createErrorFormatter, formatFailure } from './error-format.js';
import type { FetchKeys } from './auth/key-set.js';
import type { Access } from './http/access.js';
import { writeAnswer } from './http/answer-text.js';
import { compressAnswers } from './http/compression.js';
import { guardEntry } from './http/entry.js';
import { setFileHeaders } from './http/file-headers.js';
import { setHeaders } from './http/headers.js';
import { answerLoopbackOnly, refuseOtherHost } from './http/host.js';
import { createPlaces } from './http/places.js';
import { answerFaults, refuseUnreadable } from './http/refusals.js';
import { answerRequestId, nameRequest, requestIdOf } from './http/request-id.js';
import { limitSending } from './http/sending.js';
import { refuseReadably } from './http/status.js';
import { timeoutsOf } from './http/timeouts.js';
import { answerInOrder } from './http/answer-order.js';
import { closeUnusedConnections } from './http/unused-connections.js';
import { createDocumentStore, createTextStore } from './limits/document-store.js';
import { keepSchemaFrom } from './limits/introspection.js';
import type { Limits } from './limits/limits.js';
import { limitCost } from './limits/plugin.js';
import { createShapeRule } from './limits/shape.js';
import { packageRoot } from './package-root.js';
import type { CursorSealer } from './paging/cursor.js';
import { createPolicies } from './resolvers/policies.js';
import { createSchema, type SchemaOptions } from './schema.js';
import type { Quotas } from './shared-memory/quotas.js';
import { traceIdOf } from './tracing/operations.js';

export interface ServerDependencies {
  /** As things stand. */
  readonly reach: () => Reach;
  /** Upstream calls that an operation may make. */
  readonly callBudget: number;
  /** The same of one that counts, beside those of its lists. */
  readonly scanBudget: number;
  readonly hasFailureExamples: boolean;
  readonly schema: SchemaOptions;
  readonly cursors: CursorSealer;
  readonly createPatience: Shared['createPatience'];
  readonly access: Access;
  readonly fetchKeys: FetchKeys;
  readonly limits: Limits;
  /** Those that replicas share. */
  readonly quotas?: Quotas | null;
  readonly compiling?: Compiling | undefined;
  /** Watch operations, and change nothing. */
  readonly watchers?: readonly ApolloServerPlugin<Context>[];
  readonly logger: FastifyBaseLogger;
}

export interface Server {
  readonly app: FastifyInstance;
  /** Makes readiness fail, so that nobody sends more. */
  startDraining(): void;
  openOperations(): number;
}

/** In a document; nobody reads more, and each takes time to write. */
const MAX_ERRORS = 20;

/** The whole server, not listening yet. */
export async function createServer({ schema, logger, access, fetchKeys, limits, quotas = null, compiling, watchers = [], ...shared }: ServerDependencies): Promise<Server> {
  let isDraining = false;
  const policies = createPolicies(schema.listFields);
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    bodyLimit: limits.bodyBytes,
    ...timeoutsOf(limits.requestMs),
    // They come before every hook.
    frameworkErrors(_error, request, reply) {
      nameRequest(reply);
      if (!access.isLoopbackOnly || refuseOtherHost(request, reply) === null) refuseUnreadable(reply);
    },
  });
  const places = createPlaces(limits.operations, PLACE_WAIT_MS);
  answerRequestId(app);
  answerFaults(app);
  closeUnusedConnections(app);
  answerInOrder(app);
  if (access.isLoopbackOnly) answerLoopbackOnly(app);
  await setHeaders(app, access.corsOrigins);
  const logs = new WeakMap<Error, RequestLog>();
  const executable = createSchema(schema, policies);
  const apollo = new ApolloServer<Context>({
    schema: executable,
    // To whom, `keepSchemaFrom` decides.
    introspection: true,
    documentStore: createDocumentStore(),
    cache: createTextStore(),
    stringifyResult: writeAnswer,
    parseOptions: { maxTokens: limits.tokens },
    maxRecursiveSelections: limits.selections,
    validationOptions: { maxErrors: MAX_ERRORS },
    validationRules: [createShapeRule(limits)],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
    formatError: createErrorFormatter((error) => (error instanceof Error ? logs.get(error) : undefined) ?? logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
      keepSchemaFrom(access.introspection),
      limitCost(limits, policies, quotas),
      compiledExecution(executable, compiling),
      sourceFailures(),
      refuseReadably(),
      requestLog(logs),
      ...watchers,
    ],
  });
  if (access.isCompressing) compressAnswers(app);
  limitSending(app, (answer) => (places.isCrowding(answer) ? Math.min(CROWDED_SEND_MS, limits.sendMs) : limits.sendMs));
  // A connection that is kept alive would hold the server open after its last answer.
  app.addHook('onSend', async (_request, reply) => {
    if (isDraining) reply.header('connection', 'close');
  });
  await apollo.start();
  await app.register(async (scope) => {
    const callerOf = guardEntry(scope, { authenticate: createAuthenticate(access, { fetchKeys }), places });
    await scope.register(fastifyApollo(apollo), {
      path: '/graphql',
      method: ['GET', 'POST'],
      context: async (request, reply) => createContext(shared, callerOf(request), signalOf(reply), request.log),
    });
  });

  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', (_request, reply) =>
    reply.code(isDraining ? 503 : 200).send({
      status: isDraining ? 'draining' : 'ok',
      // Where callers have rights, whoever asks here has none.
      sources: shared.reach().sources.map(({ id, node }) => ({ ...(access.isOpen && { id }), state: node.health.state })),
    }),
  );
  if (access.hasPage) await servePages(app, access.isCompressing);
  return {
    app,
    startDraining() {
      isDraining = true;
    },
    openOperations: () => places.taken,
  };
}

/** What is built for browsers. */
async function servePages(app: FastifyInstance, isCompressing: boolean): Promise<void> {
  // What `packaging/` has compressed lies beside each file, and is no page of its own.
  const options = { wildcard: false, preCompressed: isCompressing, globIgnore: ['**/*.br', '**/*.gz'] };
  await app.register(async (scope) => {
    setFileHeaders(scope);
    await scope.register(fastifyStatic, { ...options, root: join(packageRoot, 'dist', 'playground') });
    await scope.register(fastifyStatic, { ...options, root: join(packageRoot, 'dist', 'dashboard'), prefix: '/dashboard/', decorateReply: false });
  });
  // Relative, so that it stays below the path of a reverse proxy.
  app.get('/dashboard', ({ url }, reply) => reply.redirect(`dashboard/${url.slice('/dashboard'.length)}`));
}

/** Aborts when the client goes away before it has its answer, or has waited long enough. What is in memory is answered without one. */
function signalOf({ raw }: FastifyReply): () => AbortSignal {
  const endsAt = performance.now() + OPERATION_MS;
  let signal: AbortSignal | null = null;
  return () => (signal ??= startSignal(raw, endsAt));
}

function startSignal(raw: FastifyReply['raw'], endsAt: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('The operation ran out of time.', 'TimeoutError')), endsAt - performance.now()).unref();
  const end = (): void => {
    clearTimeout(timer);
    if (!raw.writableFinished) controller.abort();
  };
  // One that has gone already says nothing any more.
  if (raw.destroyed) end();
  else raw.once('close', end);
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

/** One line an operation. Names come from the parsed document, so they are plain words. `logs`: where an error belongs that is told later. */
function requestLog(logs: WeakMap<Error, RequestLog>): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      const startedAt = performance.now();
      return {
        async didEncounterErrors({ contextValue, errors }) {
          for (const error of errors) logs.set(error, contextValue.log);
        },
        async willSendResponse({ contextValue, operation, response: { body } }) {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          const failed = errors.flatMap(({ extensions }) => (typeof extensions?.['source'] === 'string' ? [`${extensions['source']} ${String(extensions['code'])}`] : []));
          const readings = contextValue.readings.outcomes;
          contextValue.log.info(
            {
              operation: operation?.name?.value ?? null,
              caller: contextValue.caller.name,
              cost: contextValue.bill.cost,
              durationMs: Math.round(performance.now() - startedAt),
              upstreamCalls: upstreamCallsOf(contextValue),
              ...(readings.length > 0 && { readings: readings.length }),
              errors: errors.length,
              ...traceIdOf(contextValue),
              ...(failed.length > 0 && { failed: [...new Set(failed)] }),
            },
            'operation',
          );
        },
      };
    },
  };
}
