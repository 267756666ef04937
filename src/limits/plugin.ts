import { setTimeout as sleep } from 'node:timers/promises';

import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, type OperationDefinitionNode, OperationTypeNode } from 'graphql';

import { upstreamCallsOf, type Context } from '../context.js';
import type { FieldPolicies } from '../resolvers/policies.js';
import type { Quotas } from '../shared-memory/quotas.js';
import { costOf } from './cost.js';
import { createQuota, shareQuota } from './quota.js';

export interface CostLimits {
  /** Of one operation. */
  readonly cost: number;
  /** Of one operation. */
  readonly rows: number;
  /** Of one caller. */
  readonly costPerMinute: number;
}

/** Refusing costs time too: whoever comes back at once, whatever was said, is refused slowly. */
const EARLY_MS = 1000;
/** Asks for the cost in `extensions`. */
const HEADER = 'x-query-cost';

/** Before an operation runs: are its arguments right, may it cost that much, and has its caller that much left? `quotas`: those that replicas share. */
export function limitCost({ cost: limit, rows: mostRows, costPerMinute }: CostLimits, policies: FieldPolicies, quotas: Quotas | null): ApolloServerPlugin<Context> {
  const quota = createQuota(costPerMinute);
  const shared = quotas === null ? null : shareQuota(quota, quotas, { perMinute: costPerMinute, mostDebt: limit });

  function show({ response: { body }, contextValue }: GraphQLRequestContext<Context>, level: number | null): void {
    if (body?.kind !== 'single') return;
    const left = level === null ? {} : { perMinute: costPerMinute, left: Math.max(0, Math.floor(level)) };
    body.singleResult.extensions = { ...body.singleResult.extensions, cost: { requested: contextValue.bill.cost, limit, upstreamCalls: upstreamCallsOf(contextValue), ...left } };
  }

  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, request, contextValue, ...resolved }) {
          const operation: OperationDefinitionNode | undefined = resolved.operation;
          // An operation that is not in its document is execution's to refuse.
          if (operation === undefined) return;
          if (operation.operation !== OperationTypeNode.QUERY) {
            throw refusal(`There are queries only: this API changes nothing and pushes nothing, so it takes no ${operation.operation}.`, ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE, 400);
          }
          const cost = costOf({ schema, document, operation, variables: request.variables ?? {} }, policies, contextValue);
          if (cost === null) return;
          const { caller, patience, bill, budget, readings } = contextValue;
          bill.cost = cost.total;
          if (cost.total > limit) throw refusal(`This operation may cost ${cost.total}; ${limit} are taken. Ask for fewer jobs or lists at once.`, 'COST_LIMIT_EXCEEDED', 400);
          if (cost.rows > mostRows) throw refusal(`This operation may list ${cost.rows} jobs; ${mostRows} are taken. Ask for fewer at once, and for more after their cursors.`, 'COST_LIMIT_EXCEEDED', 400);
          const points = cost.total + cost.work;
          // What costs nothing is never refused.
          if (caller.isKnown && points > 0) {
            const { seconds, isEarly } = shared === null || patience === null ? quota.charge(caller.name, points) : await shared.charge(caller.name, points, patience);
            if (seconds !== null) {
              if (isEarly) await sleep(EARLY_MS);
              throw refusal(`This operation may cost ${Math.ceil(points)}, and less is left for this minute. Try again in ${seconds} s.`, 'TOO_MANY_REQUESTS', 429, [['retry-after', String(seconds)]]);
            }
          }
          bill.calls = cost.calls + cost.readingCalls;
          budget.limitTo(cost.calls);
          readings.budget.limitTo(cost.readingCalls);
        },
        async willSendResponse(requestContext) {
          const { request, contextValue } = requestContext;
          const { caller, patience, bill } = contextValue;
          // What was not needed is the caller's again.
          const unused = bill.calls - upstreamCallsOf(contextValue);
          if (caller.isKnown && unused > 0) {
            if (shared === null) quota.charge(caller.name, -unused);
            else shared.giveBack(caller.name, unused);
          }
          if (!request.http?.headers.get(HEADER)) return;
          if (!caller.isKnown) return show(requestContext, null);
          const { level } = shared === null || patience === null ? quota.charge(caller.name, 0) : await shared.charge(caller.name, 0, patience);
          show(requestContext, level);
        },
      };
    },
  };
}

function refusal(message: string, code: string, status: number, headers: [string, string][] = []): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers: new HeaderMap(headers) } } });
}
