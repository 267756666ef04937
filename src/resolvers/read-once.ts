import type { Context } from '../context.js';

/** What a field is asked for: read once for each field of an operation, to say what it may cost and to answer it. `key`: of the field in the answer, so what is kept under it is of one kind. */
export function readOnce<Request>({ requests }: Context, key: string, read: () => Request): Request {
  if (!requests.has(key)) requests.set(key, read());
  return requests.get(key) as Request;
}
