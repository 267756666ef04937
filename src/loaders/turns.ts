/** Work on what is in memory waits for nobody, so it would hold everybody up: after some of it, the event loop comes round before more. */
export interface Turns {
  /**
   * Resolves when it is `who`'s turn; whoever waits is served in rotation. No objects: a `Map` that makes room leaves its table to V8's
   * old generation, where it would hold them, and all that they hold, until the next full collection.
   */
  take(who: string | number): Promise<void>;
}

/** Of work between two rounds of the event loop, beside the piece that is begun last. */
const ROUND_MS = 2;
const AT_ONCE = Promise.resolve();

export function createTurns(roundMs = ROUND_MS): Turns {
  /** In the order of who is next. */
  const waiting = new Map<string | number, (() => void)[]>();
  /** When the first piece of this round began. */
  let began: number | null = null;
  /** Whether a piece has its turn and has not worked yet. */
  let isTaken = false;

  function hasTime(): boolean {
    if (began !== null) return performance.now() - began < roundMs;
    began = performance.now();
    setImmediate(comeRound);
    return true;
  }

  function comeRound(): void {
    began = null;
    serve();
  }

  function serve(): void {
    const [next] = waiting;
    if (next === undefined || isTaken || !hasTime()) return;
    const [who, pieces] = next;
    const begin = pieces.shift();
    waiting.delete(who);
    if (pieces.length > 0) waiting.set(who, pieces);
    isTaken = true;
    begin?.();
    queueMicrotask(goOn);
  }

  /** Behind the work of a piece. */
  function goOn(): void {
    isTaken = false;
    serve();
  }

  return {
    take(who) {
      if (waiting.size === 0 && !isTaken && hasTime()) {
        isTaken = true;
        // Whoever awaits the turn begins one microtask later.
        queueMicrotask(() => queueMicrotask(goOn));
        return AT_ONCE;
      }
      return new Promise((resolve) => {
        const pieces = waiting.get(who) ?? [];
        pieces.push(resolve);
        waiting.set(who, pieces);
      });
    },
  };
}
