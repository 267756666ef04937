import { SpanKind, trace } from '@opentelemetry/api';

import type { WatchCall } from '../sources/follow-calls.js';
import { beginBelow, endFailed } from './spans.js';

/** A span an upstream call, below the page that it is made for. No address: that holds ids of jobs and what is searched for. */
export const traceCalls: WatchCall = ({ sourceId, attempt, method, url, route }) => {
  const span = beginBelow(trace.getActiveSpan(), () => ({
    name: `${method} ${route}`,
    kind: SpanKind.CLIENT,
    attributes: {
      'http.request.method': method,
      'server.address': url.hostname,
      'server.port': Number(url.port) || (url.protocol === 'https:' ? 443 : 80),
      'url.template': route,
      'avepoint.source.id': sourceId,
      ...(attempt > 0 && { 'http.request.resend_count': attempt }),
    },
  }));
  if (span === null) return ignore;
  return (outcome, status) => {
    if (status !== null) span.setAttribute('http.response.status_code', status);
    if (outcome === 'OK') span.end();
    else endFailed(span, outcome);
  };
};

function ignore(): void {
  // Nobody records it.
}
