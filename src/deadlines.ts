/** How long things may take, in milliseconds. They are nested; test/deadlines.test.ts holds their order. */

/** One attempt of an upstream call. */
export const CALL_MS = 10_000;
/** After which an operation starts no further upstream call; what has come by then is its answer. */
export const CALLING_MS = 15_000;
/** A whole operation. */
export const OPERATION_MS = 25_000;
/** For a place among the operations that run, before one's own time begins. */
export const PLACE_WAIT_MS = 3_000;
/** For the requests that are in flight when connections are refused. */
export const FINISH_MS = 28_000;
/** Of an answer, without its client taking any of it, where its caller crowds out others. */
export const CROWDED_SEND_MS = 1_000;
/** How long one request waits for the store that replicas share, in sum. */
export const STORE_MS = 50;
/** For which the attempt that goes first after a rest is waited for, from its last call on, where another replica makes it. */
export const TRIAL_MS = CALL_MS + 2_000;
/** How long an upstream is left alone at most, whatever it asked for. */
export const LONGEST_REST_MS = 900_000;
/** In a long pause, so often one call goes to see whether it is over. */
export const LOOK_AT_REST_MS = 60_000;
