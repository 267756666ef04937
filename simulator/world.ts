import type { ReceivedCall, Tally, TokenCall } from './calls.js';
import type { Identity } from './identity.js';
import type { Ledger } from './ledger.js';
import type { PageTokens } from './page-token.js';
import type { ProductName } from './products/index.js';
import type { Switches } from './switches.js';

/** All that one simulator is made of. */
export interface World {
  readonly seed: number;
  readonly now: () => number;
  readonly graphUrl: () => string;
  readonly ledgers: Readonly<Record<ProductName, Ledger>>;
  readonly identity: Identity;
  readonly pageTokens: PageTokens;
  readonly switches: Switches;
  readonly calls: Open<ReceivedCall>[];
  readonly tokenCalls: Open<TokenCall>[];
  readonly tally: Tally;
  readonly callsKept: number;
  /** Calls, but those for a token, that have come and are not answered in full. */
  readonly open: { now: number; most: number };
}

/** The status of a call is known only after it was written down. */
export type Open<Call> = { -readonly [name in keyof Call]: Call[name] };
