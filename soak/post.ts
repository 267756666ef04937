/** One request, as it went. */
export interface Operation {
  readonly isComplete: boolean;
  readonly milliseconds: number;
  /** Codes of the failures, or what happened to the request itself. */
  readonly failures: readonly string[];
}

export interface Walker {
  /** The server; another one after a restart. */
  url(): string;
  isOver(): boolean;
  note(operation: Operation): void;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** After a failure; the server itself asks an identity service no more than once a second. */
export const PAUSE_MS = 1_000;

/** Sends one operation and notes how it went; without data and errors where the request itself failed. */
export async function post<Data>(walker: Walker, query: string, variables: object, isComplete: (data: Data) => boolean): Promise<{ readonly data: Data | null; readonly errors: NonNullable<Answer<Data>['errors']> }> {
  const startedAt = performance.now();
  try {
    const response = await fetch(`${walker.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Answer<Data>;
    const failures = errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE');
    walker.note({ isComplete: data !== null && isComplete(data) && failures.length === 0, milliseconds: performance.now() - startedAt, failures });
    return { data, errors };
  } catch (failure) {
    walker.note({ isComplete: false, milliseconds: performance.now() - startedAt, failures: [failure instanceof Error ? failure.message : 'failed'] });
    return { data: null, errors: [] };
  }
}
