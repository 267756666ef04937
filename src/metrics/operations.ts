import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { Histogram, type Registry } from 'prom-client';

import type { Context } from '../context.js';

/** Because of what was asked for alone: no upstream has to do with it. */
const REFUSALS: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'NO_SOURCE']);
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

/** Operations by outcome, as they end. */
export function countOperations(registry: Registry, countSpent: (context: Context) => void): ApolloServerPlugin<Context> {
  const duration = new Histogram({
    name: 'avepoint_jobs_operation_duration_seconds',
    help: 'How long operations took until their answer was ready, by outcome: complete, incomplete (a source failed), failed, refused (before anything ran, or because of what was asked for).',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers: [registry],
  });
  for (const outcome of ['complete', 'incomplete', 'failed', 'refused']) duration.zero({ outcome });
  return {
    async requestDidStart() {
      const startedAt = performance.now();
      return {
        async willSendResponse({ contextValue, response }) {
          duration.observe({ outcome: outcomeOf(contextValue, response) }, (performance.now() - startedAt) / 1000);
          countSpent(contextValue);
        },
      };
    },
  };
}

function outcomeOf({ failures }: Context, { body }: GraphQLResponse): string {
  if (failures.some(({ sourceId }) => sourceId !== null)) return 'incomplete';
  if (body.kind !== 'single') return 'complete';
  const { data, errors = [] } = body.singleResult;
  if (errors.length === 0) return 'complete';
  return data === undefined || errors.every(({ extensions }) => REFUSALS.has(extensions?.['code'])) ? 'refused' : 'failed';
}
