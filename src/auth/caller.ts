import { EVERYTHING, type Rights } from './rights.js';

/** Who asks. */
export interface Caller {
  /** For the log, and to tell callers apart: `key:nightly`, `token:` and the subject. */
  readonly name: string;
  readonly rights: Rights;
  /** False where nobody is asked who they are. */
  readonly isKnown: boolean;
}

export const ANYONE: Caller = { name: 'anyone', rights: EVERYTHING, isKnown: false };

/** This server itself, for whoever comes for its metrics: no key and no token has such a name. */
export const METRICS: Caller = { name: 'metrics', rights: EVERYTHING, isKnown: true };

/** Why a caller is not let in. The reason is for the log: whoever tries credentials learns nothing from it. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly status: 401 | 403 | 503,
    readonly reason: string,
  ) {
    super(MESSAGES[status]);
  }
}

const MESSAGES = {
  401: 'This server needs a valid bearer token or API key.',
  403: 'These credentials carry no right to any job.',
  503: 'Tokens cannot be checked at the moment. Try again soon.',
} as const;
