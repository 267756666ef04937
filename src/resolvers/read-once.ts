/** What a field is asked for: read once for each field of an operation, to say what it may cost and to answer it. `key`: of the field in the answer. */
export function readOnce<Request>(requests: Map<string, Request>, key: string, read: () => Request): Request {
  const request = requests.get(key) ?? read();
  requests.set(key, request);
  return request;
}
