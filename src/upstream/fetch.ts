import type { Http } from './http.js';

/** As much of `fetch` as reads a document. */
type FetchDocument = (address: string, options: { readonly headers: Headers; readonly signal: AbortSignal }) => Promise<Response>;

/** GETs as `send` makes them: through the same proxies, with the same limits and errors. `settings`: what says where they go. */
export function fetchOver(http: Http, settings: string): FetchDocument {
  return async (address, { headers, signal }) => {
    const answer = await http.send({ method: 'GET', url: new URL(address), headers: Object.fromEntries(headers), signal, settings });
    return new Response(answer.text, { status: answer.status });
  };
}
