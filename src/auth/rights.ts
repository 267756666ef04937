/** What a caller may read: jobs of a tenant, of a product, or of one of both. Null stands for any. */
export interface Grant {
  readonly tenant: string | null;
  /** The name in source ids, `microsoft-365`. */
  readonly product: string | null;
}

export interface Rights {
  readonly grants: readonly Grant[];
  /** Whether they include the schema, where that is granted one by one. */
  readonly mayIntrospect: boolean;
}

export const EVERYTHING: Rights = { grants: [{ tenant: null, product: null }], mayIntrospect: true };

const WORD = /^(?:\*|([\w.-]{1,64}))(?:\/(?:\*|([\w-]{1,64})))?$/;

/** `contoso/microsoft-365`, `contoso/*`, which is `contoso`, or `*`; null for anything else. */
export function parseGrant(text: string): Grant | null {
  const found = WORD.exec(text);
  return found === null ? null : { tenant: found[1] ?? null, product: found[2] ?? null };
}

export function mayRead({ grants }: Rights, tenant: string, product: string): boolean {
  return grants.some((grant) => (grant.tenant ?? tenant) === tenant && (grant.product ?? product) === product);
}

/** Whether a product may be read whatever the tenant. */
export function mayReadEverywhere({ grants }: Rights, product: string): boolean {
  return grants.some((grant) => grant.tenant === null && (grant.product ?? product) === product);
}

/** The same text for the same grants, in whatever order they came. */
export function textOf({ grants }: Rights): string {
  return [...new Set(grants.map(({ tenant, product }) => `${tenant ?? '*'}/${product ?? '*'}`))].sort().join(' ');
}
