/** Who asks, as a header says it. It stays in memory: it is gone with the page. */
export type Credential = readonly [header: 'authorization' | 'x-api-key', value: string];

export function credentialOf(kind: string, secret: string): Credential {
  return kind === 'token' ? ['authorization', `Bearer ${secret}`] : ['x-api-key', secret];
}
