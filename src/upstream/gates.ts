import type { Pace } from './pace.js';
import { createTurnstile, type Turnstile } from './turnstile.js';

/** The way to a host: how many connections it has, and who has the next. */
export interface Gate {
  readonly connections: number;
  readonly turnstile: Turnstile;
}

/** One gate an origin, as wide as the sources there need it. */
export interface Gates {
  of(origin: string): Gate;
  /** For operations that begin later. `origins`: of every source. */
  open(origins: readonly string[]): void;
}

/** Of an origin with as many sources; each of them can have one at any time. */
export const CONNECTIONS = 8;
const MOST_CONNECTIONS = 64;
/** Of the connections of an origin that has more sources. */
const MOST_SHARE = 1 / 4;

/** With more than eight sources none is kept for each. */
export function connectionsFor(sources: number): number {
  return sources <= CONNECTIONS ? CONNECTIONS : Math.min(Math.ceil(sources / CONNECTIONS) + CONNECTIONS - 1, MOST_CONNECTIONS);
}

export function createGates(pace: Pace): Gates {
  const gates = new Map<string, Gate & { readonly sources: number }>();

  function create(sources: number): Gate & { readonly sources: number } {
    const connections = connectionsFor(sources);
    const most = sources <= CONNECTIONS ? connections : Math.floor(connections * MOST_SHARE);
    return { sources, connections, turnstile: createTurnstile(connections, sources, pace, most) };
  }

  return {
    of(origin) {
      const gate = gates.get(origin) ?? create(1);
      gates.set(origin, gate);
      return gate;
    },
    open(origins) {
      const counts = new Map<string, number>();
      for (const origin of origins) counts.set(origin, (counts.get(origin) ?? 0) + 1);
      for (const [origin, sources] of counts) if (gates.get(origin)?.sources !== sources) gates.set(origin, create(sources));
    },
  };
}
