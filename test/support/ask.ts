import type { Answer, World } from './world.js';

export interface Reply<Data> extends Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly extensions?: { readonly cost?: Readonly<Record<string, number>> };
}

/** One operation with headers of its own. */
export async function ask<Data = Record<string, unknown>>(world: Pick<World, 'url'>, query: string, headers: Record<string, string> = {}, variables: Record<string, unknown> = {}): Promise<Reply<Data>> {
  const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  return { ...((await response.json()) as Answer<Data>), status: response.status, headers: response.headers };
}

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
