import type { StoreTally } from '../bench/store.js';
import type { ProductName, SimulatedJob, Tally } from '../simulator/index.js';

/** The upstream of a soak, wherever it runs. */
export interface SoakUpstream {
  /** What leads the server to it. */
  readonly settings: Readonly<Record<string, string>>;
  /** All its jobs as they were at the start; they do not change, but more come. */
  readonly jobs: readonly SimulatedJob[];
  add(product: ProductName, job: Partial<SimulatedJob>): Promise<SimulatedJob>;
  tally(): Promise<Tally>;
  close(): Promise<void>;
}

/** The server under test, wherever it runs. */
export interface SoakServer {
  readonly url: string;
  /** Another process in its place; no request in flight is lost. Of several replicas, the next one is killed. */
  restart(): Promise<void>;
  /** Of several replicas, the largest; null where it has no process of its own. */
  residentMegabytes(): number | null;
  /** What several replicas share. */
  readonly store?: SoakStore;
  close(): Promise<void>;
}

export interface SoakStore {
  kill(): Promise<void>;
  /** Empty, at the same address. */
  start(): Promise<void>;
  /** Since it was started last; null while it is away. */
  tally(): Promise<StoreTally | null>;
}
