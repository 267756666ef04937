import { forEachProduct, type Fault, type SwitchChanges } from '../simulator/index.js';

/** What real networks and services do in passing: each of these a client can outlive. */
export const KINDS: readonly Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  // One that refuses the fresh token too means it.
  { kind: 'status', status: 401, apart: 50 },
  { kind: 'html', status: 502 },
  { kind: 'html' },
  { kind: 'envelope-error' },
  { kind: 'invalid-json' },
  { kind: 'truncated' },
  { kind: 'reset' },
  { kind: 'slow-drip', everyMs: 20, bytes: 4096 },
  { kind: 'hang' },
];

/** Faults that strike this part of all calls, each kind as often as the others. */
export function faultsAt(rate: number, kinds: readonly Fault[] = KINDS): SwitchChanges {
  const share = rate / kinds.length;
  // They are tried in turn, so each sees only the calls that those before it spared.
  const fault = kinds.map((kind, index) => ({ ...kind, probability: share / (1 - index * share) }));
  // An identity service that refuses credentials means it.
  const identity = { fault: fault.filter(({ kind, ...rest }) => !(kind === 'status' && 'status' in rest && rest.status === 401)) };
  return { ...forEachProduct(() => ({ fault })), identity };
}
