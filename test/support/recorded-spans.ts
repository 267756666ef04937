import { context, propagation, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';

/** An SDK in this process, which keeps what it is told. */
export interface Recorder {
  readonly spans: readonly ReadableSpan[];
  forget(): void;
  /** Leaves the process without an SDK, as it was. */
  stop(): void;
}

export function startRecorder(): Recorder {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  return {
    get spans() {
      return exporter.getFinishedSpans();
    },
    forget: () => exporter.reset(),
    stop() {
      for (const api of [trace, context, propagation]) api.disable();
    },
  };
}

/** Names from the root to each span, sorted; those that have a source have its product beside them. */
export function pathsOf(spans: readonly ReadableSpan[]): string[] {
  const byId = new Map(spans.map((span) => [span.spanContext().spanId, span]));
  const pathOf = (span: ReadableSpan): string => {
    const parent = byId.get(span.parentSpanContext?.spanId ?? '');
    return `${parent === undefined ? '' : `${pathOf(parent)} > `}${titleOf(span)}`;
  };
  return spans.map(pathOf).sort();
}

function titleOf({ name, attributes }: ReadableSpan): string {
  const source = attributes['avepoint.source.id'];
  return typeof source === 'string' ? `${name} (${source.split('/').at(-1) ?? ''})` : name;
}
