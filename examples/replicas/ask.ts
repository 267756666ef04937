export interface Answered<Data> {
  readonly data: Data;
  /** The address of who answered. */
  readonly replica: string;
  readonly upstreamCalls: number;
}

interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cost?: { readonly upstreamCalls: number } };
}

/** One GraphQL request over HTTP; throws where the answer is not whole. */
export async function ask<Data>(url: string, query: string, variables: object = {}): Promise<Answered<Data>> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-query-cost': '1' }, body: JSON.stringify({ query, variables }) });
  const { data, errors, extensions } = (await response.json()) as Answer<Data>;
  if (errors !== undefined) throw new Error(`${url}: ${errors.map(({ message }) => message).join(' ')}`);
  // nginx names all that it asked, the one who answered last.
  const replica = response.headers.get('x-replica')?.split(', ').at(-1) ?? '';
  return { data, replica, upstreamCalls: extensions?.cost?.upstreamCalls ?? 0 };
}
