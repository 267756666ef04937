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
  /** Another process in its place; requests in flight are answered by the one before. */
  restart(): Promise<void>;
  /** Null where it has no process of its own. */
  residentMegabytes(): number | null;
  close(): Promise<void>;
}
