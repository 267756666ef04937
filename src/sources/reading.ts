import type { Order } from '../paging/moments.js';
import type { Patience } from '../shared-memory/patience.js';
import type { HttpAnswer } from '../upstream/http.js';
import type { Answered } from './decode-answer.js';
import type { StateChange } from './state-changes.js';

/** One reading of a page. */
export interface Reading {
  /** Who began it; others may have joined. */
  readonly caller: string;
  readonly signal: AbortSignal;
  /** When the signal aborts by itself, on the monotonic clock. */
  readonly endsAt: number;
  /** With the memory that replicas share; of the request that began it. */
  readonly patience?: Patience | undefined;
  /** Called for every upstream call that is made. */
  onCall(): void;
  /** Called for every answer that came, with its status. */
  readonly onAnswer?: ((status: number) => void) | undefined;
  /** Called where the source is in another state at its end than the last one has told; a failure that was mended is none. */
  onStateChange?(change: StateChange): void;
  /** Its place among what several processes read. */
  readonly order?: Order | undefined;
  /** Called with the answer that has become a page. */
  readonly onPage?: ((answered: Answered) => void) | undefined;
  /** What another process was answered: nothing is asked then, and nothing is said of the source. Throws where that is no page. */
  readonly given?: Given | undefined;
}

export interface Given {
  readonly answer: HttpAnswer;
  readonly observedAt: Date;
  readonly ageMs: number;
  readonly order: Order;
}
