import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { context, propagation, type Span, SpanKind, type TextMapGetter, trace } from '@opentelemetry/api';

import { upstreamCallsOf, type Context } from '../context.js';
import { codeOf, endFailed, tracer } from './spans.js';

type Headers = ReadonlyMap<string, string>;

/** Where there is no type, as there is none of what cannot be parsed. */
const NAMELESS = 'GraphQL Operation';
const NO_HEADERS: Headers = new Map();
const HEADERS: TextMapGetter<Headers> = { get: (headers, name) => headers.get(name), keys: (headers) => [...headers.keys()] };

/** Of those operations that are recorded. */
const spans = new WeakMap<Context, Span>();

export const spanOf = (context: Context): Span | undefined => spans.get(context);

/** For the line of an operation in the log. */
export function traceIdOf(context: Context): { readonly traceId?: string } {
  const span = spans.get(context);
  return span === undefined ? {} : { traceId: span.spanContext().traceId };
}

/** A span an operation, below that of whoever sent it. */
export function traceOperations(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request, contextValue }) {
      const span = tracer().startSpan(NAMELESS, { kind: SpanKind.SERVER }, parentOf(request.http?.headers));
      if (!span.isRecording()) return;
      spans.set(contextValue, span);
      return { willSendResponse: async (answered) => end(span, answered) };
    },
  };
}

/** What an SDK has begun for the HTTP request comes before what the request's headers say. */
function parentOf(headers: Headers = NO_HEADERS) {
  const active = context.active();
  return trace.getSpan(active) === undefined ? propagation.extract(active, headers, HEADERS) : active;
}

function end(span: Span, { operation, contextValue, response: { body } }: GraphQLRequestContextWillSendResponse<Context>): void {
  const [error] = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
  if (operation !== undefined) {
    const { operation: type, name } = operation;
    span.updateName(type);
    span.setAttributes({ 'graphql.operation.type': type, ...(name !== undefined && { 'graphql.operation.name': name.value }) });
  }
  span.setAttributes({ 'avepoint.operation.cost': contextValue.bill.cost, 'avepoint.operation.upstream_calls': upstreamCallsOf(contextValue) });
  if (error === undefined) span.end();
  else endFailed(span, codeOf(error));
}
