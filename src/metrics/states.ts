import { Counter, Gauge, type Registry } from 'prom-client';

import type { Reach } from '../context.js';
import type { TokenFetches } from '../upstream/access-tokens.js';

/** What is counted or known elsewhere, and read when somebody asks. */
export interface Watched {
  readonly reach: () => Reach;
  readonly tokenFetches: TokenFetches;
  openOperations(): number;
}

const STATES = ['UNTESTED', 'HEALTHY', 'DEGRADED', 'UNAVAILABLE'] as const;
const CAUSES = ['down', 'throttled', 'refused'] as const;

export function readStates(registry: Registry, { reach, tokenFetches, openOperations }: Watched): void {
  const registers = [registry];
  new Gauge({
    name: 'avepoint_jobs_operations_open',
    help: 'Operations that hold a place among LIMIT_OPERATIONS now.',
    registers,
    collect() {
      this.set(openOperations());
    },
  });
  new Gauge({
    name: 'avepoint_jobs_source_state',
    help: 'The state of each source as this process has seen it: 1 for the one that it is in, 0 for the others.',
    labelNames: ['source', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { id, node } of reach().sources) for (const state of STATES) this.set({ source: id, state }, Number(node.health.state === state));
    },
  });
  new Gauge({
    name: 'avepoint_jobs_source_resting',
    help: 'Whether each source is left alone now, and why: it does not answer (down), asked for a pause (throttled), or refuses us (refused).',
    labelNames: ['source', 'cause'],
    registers,
    collect() {
      this.reset();
      for (const { id, restsBecause } of reach().sources) for (const cause of CAUSES) this.set({ source: id, cause }, Number(restsBecause() === cause));
    },
  });
  new Counter({
    name: 'avepoint_jobs_pages_total',
    help: 'Pages that were read, by where they came from: memory, another request that was reading the same (shared), another replica (store), upstream.',
    labelNames: ['from'],
    registers,
    collect() {
      this.reset();
      for (const [from, count] of Object.entries(reach().memory.counts)) this.inc({ from }, count);
    },
  });
  new Counter({
    name: 'avepoint_jobs_token_fetches_total',
    help: 'Access tokens that the identity service was asked for, by outcome (OK, or the code of the error).',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const [outcome, count] of tokenFetches) this.inc({ outcome }, count);
    },
  });
}
