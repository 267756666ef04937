import { context, type Attributes, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';

import { BudgetSpentError } from '../errors.js';

/** Of the SDK that is registered now; without one its spans record nothing. */
export const tracer = (): Tracer => trace.getTracer('avepoint-jobs-graphql');

export interface SpanStart {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
}

/** Null where nobody records what it would stand below: then there is nothing to do. */
export function beginBelow(parent: Span | undefined, start: () => SpanStart): Span | null {
  if (parent?.isRecording() !== true) return null;
  const { name, kind = SpanKind.INTERNAL, attributes = {} } = start();
  return tracer().startSpan(name, { kind, attributes }, trace.setSpan(context.active(), parent));
}

/** Whatever is begun meanwhile, or in what it awaits, stands below the span. */
export function within<T>(span: Span, run: () => T): T {
  return context.with(trace.setSpan(context.active(), span), run);
}

/** No message: it may quote what the caller wrote. */
export function endFailed(span: Span, code: string): void {
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** The code that a client is told. */
export function codeOf(error: unknown): string {
  if (error instanceof BudgetSpentError) return 'BUDGET_EXHAUSTED';
  const { code, extensions } = Object(error) as { readonly code?: unknown; readonly extensions?: { readonly code?: unknown } };
  const known = code ?? extensions?.code;
  return typeof known === 'string' ? known : 'INTERNAL_SERVER_ERROR';
}
