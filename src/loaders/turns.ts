/** Work on what is in memory waits for nobody, so it would hold everybody up: after some of it, the event loop comes round before more. */
export interface Turns {
  /** Resolves when it is `who`'s turn; whoever waits is served in rotation. */
  take(who: string | number): Promise<void>;
}

interface Waiting {
  readonly who: string | number;
  readonly pieces: (() => void)[];
}

/** Of work between two rounds of the event loop, beside the piece that is begun last. */
const ROUND_MS = 2;
const AT_ONCE = Promise.resolve();

export function createTurns(roundMs = ROUND_MS): Turns {
  /** In the order of who is next. */
  const waiting: Waiting[] = [];
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
    if (waiting.length === 0 || isTaken || !hasTime()) return;
    const next = waiting.shift();
    const begin = next?.pieces.shift();
    if (next !== undefined && next.pieces.length > 0) waiting.push(next);
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
      if (waiting.length === 0 && !isTaken && hasTime()) {
        isTaken = true;
        // Whoever awaits the turn begins one microtask later.
        queueMicrotask(() => queueMicrotask(goOn));
        return AT_ONCE;
      }
      return new Promise((resolve) => {
        const known = waiting.find((other) => other.who === who);
        if (known === undefined) waiting.push({ who, pieces: [resolve] });
        else known.pieces.push(resolve);
      });
    },
  };
}
