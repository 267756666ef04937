/** Work on what is in memory waits for nobody, so it would hold everybody up: it is done piece by piece, one a turn of the event loop. */
export interface Turns {
  /** Resolves when it is `who`'s turn; whoever waits is served in rotation. */
  take(who: unknown): Promise<void>;
}

export function createTurns(): Turns {
  /** In the order of who is next. */
  const waiting = new Map<unknown, (() => void)[]>();

  function serve(): void {
    for (const [who, pieces] of waiting) {
      const next = pieces.shift();
      waiting.delete(who);
      if (pieces.length > 0) waiting.set(who, pieces);
      if (waiting.size > 0) setImmediate(serve);
      return next?.();
    }
  }

  return {
    take: (who) =>
      new Promise((resolve) => {
        if (waiting.size === 0) setImmediate(serve);
        const pieces = waiting.get(who) ?? [];
        pieces.push(resolve);
        waiting.set(who, pieces);
      }),
  };
}
