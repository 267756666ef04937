/** Tells those who wait for something that their operation is over: its client has gone away, or its time is up. */
export interface Departure {
  /** Once it is said to be over, why. */
  readonly signal: AbortSignal;
  /** Calls `leave` when it is, until what this gives is called. */
  follow(leave: () => void): () => void;
}

/**
 * One listener for all who wait. Those of a signal are linked, also to what came after they were removed: where V8 has one in its old
 * generation, it keeps all that hangs on the next ones until the next full collection.
 */
export function createDeparture(signal: AbortSignal): Departure {
  const waiting: (() => void)[] = [];
  signal.addEventListener('abort', () => {
    for (const leave of [...waiting]) leave();
  });
  return {
    signal,
    follow(leave) {
      waiting.push(leave);
      return () => void waiting.splice(waiting.indexOf(leave), 1);
    },
  };
}
