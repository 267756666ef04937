import { BudgetSpentError } from '../errors.js';
import type { Pace } from './pace.js';

/**
 * Shares out the connections to one host. Every lane can have one at any time, and takes more while they are free. They go round by
 * caller: the next is for who has fewest, and of those for who was last served longest ago.
 */
export interface Turnstile {
  /** Throws where the visit's signal aborts before its turn has come. */
  pass<T>(visit: Visit, run: () => Promise<T>): Promise<T>;
}

export interface Visit {
  readonly lane: string;
  readonly caller: string;
  readonly signal: AbortSignal;
}

interface Waiting extends Visit {
  enter(): void;
}

/** `lanes`: how many there are in all, so that places can be kept for those that have none. */
export function createTurnstile(places: number, lanes: number, pace: Pace): Turnstile {
  const inLane = createTally();
  const byCaller = createTally();
  /** By caller, in the order in which they have their turns. */
  const queues = new Map<string, Waiting[]>();
  let timer: NodeJS.Timeout | null = null;

  function hasPlace({ lane }: Visit): boolean {
    // What is kept is kept for a lane that has none.
    const kept = inLane.of(lane) > 0 ? Math.min(lanes - inLane.size, places / 2) : 0;
    return inLane.total + kept < places;
  }

  function findNext(): Waiting | null {
    let next: Waiting | null = null;
    for (const [caller, queue] of queues) {
      if (next !== null && byCaller.of(caller) >= byCaller.of(next.caller)) continue;
      next = queue.find(hasPlace) ?? next;
    }
    return next;
  }

  function letIn(): void {
    for (let next = findNext(); next !== null; next = findNext()) {
      if (pace.waitMs > 0) return letInLater();
      pace.take();
      remove(next);
      const others = queues.get(next.caller);
      if (others !== undefined) {
        queues.delete(next.caller);
        queues.set(next.caller, others);
      }
      inLane.add(next.lane, 1);
      byCaller.add(next.caller, 1);
      next.enter();
    }
  }

  function letInLater(): void {
    timer ??= setTimeout(() => {
      timer = null;
      letIn();
    }, Math.ceil(pace.waitMs));
  }

  function remove(waiting: Waiting): void {
    const queue = queues.get(waiting.caller)?.filter((other) => other !== waiting) ?? [];
    if (queue.length > 0) queues.set(waiting.caller, queue);
    else queues.delete(waiting.caller);
  }

  function enter(visit: Visit): Promise<void> {
    return new Promise((resolve, reject) => {
      const { caller, signal } = visit;
      if (signal.aborted) return reject(new BudgetSpentError());
      const leave = (): void => {
        remove(waiting);
        reject(new BudgetSpentError());
      };
      const waiting: Waiting = {
        ...visit,
        enter() {
          signal.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      queues.set(caller, [...(queues.get(caller) ?? []), waiting]);
      letIn();
    });
  }

  return {
    async pass(visit, run) {
      await enter(visit);
      try {
        // It may have left just after it was let in.
        if (visit.signal.aborted) throw new BudgetSpentError();
        return await run();
      } finally {
        inLane.add(visit.lane, -1);
        byCaller.add(visit.caller, -1);
        letIn();
      }
    },
  };
}

/** Counts by name; a name that counts nothing is forgotten. */
function createTally() {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    get total() {
      return total;
    },
    get size() {
      return counts.size;
    },
    of: (name: string): number => counts.get(name) ?? 0,
    add(name: string, amount: number): void {
      const count = (counts.get(name) ?? 0) + amount;
      total += amount;
      if (count > 0) counts.set(name, count);
      else counts.delete(name);
    },
  };
}
