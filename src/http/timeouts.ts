const CHECK_MS = 5_000;
/** Room for a token that is too long, so that it is refused like any other. */
const MAX_HEADER_BYTES = 65_536;

/** Options of Fastify: whoever sends slowly does not hold a connection for long. `requestMs`: for a whole request. */
export function timeoutsOf(requestMs: number) {
  return { requestTimeout: requestMs, http: { headersTimeout: requestMs, connectionsCheckingInterval: Math.min(requestMs, CHECK_MS), maxHeaderSize: MAX_HEADER_BYTES } };
}
