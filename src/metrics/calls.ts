import { Counter, Histogram, type Registry } from 'prom-client';

import type { WatchCall } from '../sources/follow-calls.js';

/** An attempt ends after 10 s. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Upstream calls, as they end. */
export function countCalls(registry: Registry): WatchCall {
  const calls = new Counter({
    name: 'avepoint_jobs_upstream_calls_total',
    help: 'Calls to AvePoint, by source, by outcome (OK, LEFT, SENT_AGAIN, or the code of the error) and by whether it was the first call of a read or a retry.',
    labelNames: ['source', 'outcome', 'attempt'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'avepoint_jobs_upstream_call_duration_seconds',
    help: 'How long calls to AvePoint took until their answer was decoded, or until they failed.',
    labelNames: ['source'],
    buckets: SECONDS,
    registers: [registry],
  });
  return ({ sourceId: source, attempt }) => {
    const startedAt = performance.now();
    return (outcome) => {
      calls.inc({ source, outcome, attempt: attempt === 0 ? 'first' : 'retry' });
      duration.observe({ source }, (performance.now() - startedAt) / 1000);
    };
  };
}
