/** One GraphQL request over HTTP; throws where the answer is not whole. */
export async function ask<Data>(url: string, query: string): Promise<Data> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data, errors } = (await response.json()) as { readonly data: Data; readonly errors?: readonly { readonly message: string }[] };
  if (errors !== undefined) throw new Error(`${url}: ${errors.map(({ message }) => message).join(' ')}`);
  return data;
}
