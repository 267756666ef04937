/** Shares out the connections to one host: every lane can have one at any time, and takes more while they are free. */
export interface Turnstile {
  pass<T>(lane: string, run: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly lane: string;
  enter(): void;
}

/** `lanes`: how many there are in all, so that places can be kept for those that have none. */
export function createTurnstile(places: number, lanes: number): Turnstile {
  const inside = new Map<string, number>();
  const queue: Waiting[] = [];

  function hasPlace(lane: string): boolean {
    const taken = [...inside.values()].reduce((sum, count) => sum + count, 0);
    // What is kept is kept for a lane that has none.
    const kept = inside.has(lane) ? Math.min(lanes - inside.size, places / 2) : 0;
    return taken + kept < places;
  }

  async function enter(lane: string): Promise<void> {
    if (!hasPlace(lane)) await new Promise<void>((resolve) => void queue.push({ lane, enter: resolve }));
    else take(lane);
  }

  function take(lane: string): void {
    inside.set(lane, (inside.get(lane) ?? 0) + 1);
  }

  function leave(lane: string): void {
    const left = (inside.get(lane) ?? 0) - 1;
    if (left > 0) inside.set(lane, left);
    else inside.delete(lane);
    const next = queue.findIndex((waiting) => hasPlace(waiting.lane));
    if (next < 0) return;
    const [waiting] = queue.splice(next, 1);
    if (waiting === undefined) return;
    take(waiting.lane);
    waiting.enter();
  }

  return {
    async pass(lane, run) {
      await enter(lane);
      try {
        return await run();
      } finally {
        leave(lane);
      }
    },
  };
}
