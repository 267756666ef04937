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

interface Queue {
  readonly caller: string;
  readonly visits: Waiting[];
}

/** `lanes`: how many there are in all, so that places can be kept for those that have none. `most`: of one lane. */
export function createTurnstile(places: number, lanes: number, pace: Pace, most = places): Turnstile {
  const inLane = createTally();
  const byCaller = createTally();
  /** By caller, in the order in which they have their turns. */
  const queues: Queue[] = [];
  let timer: NodeJS.Timeout | null = null;

  function hasPlace({ lane }: Visit): boolean {
    // What is kept is kept for a lane that has none.
    const kept = inLane.of(lane) > 0 ? Math.min(lanes - inLane.size, places / 2) : 0;
    return inLane.of(lane) < most && inLane.total + kept < places;
  }

  function findNext(): Waiting | null {
    let next: Waiting | null = null;
    for (const { caller, visits } of queues) {
      if (next !== null && byCaller.of(caller) >= byCaller.of(next.caller)) continue;
      next = visits.find(hasPlace) ?? next;
    }
    return next;
  }

  function letIn(): void {
    for (let next = findNext(); next !== null; next = findNext()) {
      if (pace.waitMs > 0) return letInLater();
      const queue = remove(next);
      if (queue !== undefined && queue.visits.length > 0) queues.push(...queues.splice(queues.indexOf(queue), 1));
      take(next);
      next.enter();
    }
  }

  function take({ lane, caller }: Visit): void {
    pace.take();
    inLane.add(lane, 1);
    byCaller.add(caller, 1);
  }

  /** Most visits need not wait. */
  function takeAtOnce(visit: Visit): boolean {
    if (queues.length > 0 || !hasPlace(visit) || pace.waitMs > 0 || visit.signal.aborted) return false;
    take(visit);
    return true;
  }

  function letInLater(): void {
    timer ??= setTimeout(() => {
      timer = null;
      letIn();
    }, Math.ceil(pace.waitMs));
  }

  function queueOf({ caller }: Visit): Queue | undefined {
    return queues.find((queue) => queue.caller === caller);
  }

  /** From its queue, which goes with its last visit. */
  function remove(waiting: Waiting): Queue | undefined {
    const queue = queueOf(waiting);
    if (queue === undefined) return undefined;
    queue.visits.splice(queue.visits.indexOf(waiting), 1);
    if (queue.visits.length === 0) queues.splice(queues.indexOf(queue), 1);
    return queue;
  }

  function wait(visit: Visit): Promise<void> {
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
      const queue = queueOf(visit);
      if (queue === undefined) queues.push({ caller, visits: [waiting] });
      else queue.visits.push(waiting);
      letIn();
    });
  }

  return {
    async pass(visit, run) {
      if (!takeAtOnce(visit)) await wait(visit);
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
