import type { Fault } from './faults.js';
import type { ProductName } from './products/index.js';

export interface ReceivedCall {
  /** Null for a path that no product has. */
  readonly product: ProductName | null;
  /** The documented path, with `{jobId}` at its end for one job; null for a path that there is not. */
  readonly endpoint: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rawQuery: string;
  /** The JSON body; undefined where there is none, or none that is JSON. */
  readonly body: unknown;
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Null until a status was sent, or when none was. */
  readonly status: number | null;
  readonly at: number;
}

export interface TokenCall {
  readonly scope: string;
  /** What was wrong with the client's assertion, by the name of the claim; null where nothing was, or none came. */
  readonly assertionFault: string | null;
  readonly status: number | null;
  readonly at: number;
}

/** Lets go of the oldest half when there are too many: a simulator may run for weeks. */
export function remember<T>(calls: T[], call: T, most: number): void {
  if (calls.length >= most) calls.splice(0, Math.ceil(most / 2));
  calls.push(call);
}

/** All that ever came, however few calls are remembered. */
export interface Tally {
  calls: number;
  tokenCalls: number;
  /** Faults that struck, by kind, with the status where one was set. */
  readonly faults: Record<string, number>;
}

export function countFault({ faults }: Tally, fault: Fault): void {
  const name = 'status' in fault ? `${fault.kind} ${fault.status}` : fault.kind;
  faults[name] = (faults[name] ?? 0) + 1;
}
