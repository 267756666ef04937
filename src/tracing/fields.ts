import type { Span } from '@opentelemetry/api';
import type { GraphQLFieldResolver } from 'graphql';

import type { Context } from '../context.js';
import { spanOf } from './operations.js';
import { beginBelow, codeOf, endFailed, within } from './spans.js';

/** A span a field of `Query`; its pages stand below it. */
export function traceField(name: string, resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return (parent, args, context, info) => {
    const span = beginBelow(spanOf(context), () => ({ name: `Query.${name}` }));
    if (span === null) return resolve(parent, args, context, info);
    return follow(span, () => resolve(parent, args, context, info), () => context.failures.find(({ path: [key] }) => key === info.path.key)?.error);
  };
}

/** `findFailure`: what failed beside the data. */
function follow(span: Span, resolve: () => unknown, findFailure: () => unknown): unknown {
  try {
    const answer = within(span, resolve);
    void Promise.allSettled([answer].flat()).then((parts) => end(span, parts.map(failureIn).find((failure) => failure !== undefined) ?? findFailure()));
    return answer;
  } catch (error) {
    end(span, error);
    throw error;
  }
}

function failureIn(part: PromiseSettledResult<unknown>): unknown {
  if (part.status === 'rejected') return part.reason;
  return part.value instanceof Error ? part.value : undefined;
}

function end(span: Span, failure: unknown): void {
  if (failure === undefined) span.end();
  else endFailed(span, codeOf(failure));
}
