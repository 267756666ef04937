import type { AddressInfo } from 'node:net';
import type { ReceivedCall, Tally, TokenCall } from './calls.js';
import { createIdentity, tokenPath } from './identity.js';
import type { SimulatedJob } from './job.js';
import { createLedger, fixedJob, sliceOf, type Ledger } from './ledger.js';
import { completeJob } from './own-job.js';
import { createPageTokens } from './page-token.js';
import { forEachProduct, productNames, products, type ProductName } from './products/index.js';
import { createSimulatorServer } from './server.js';
import { createStory } from './story.js';
import { changeSwitches, createSwitches, type SwitchChanges } from './switches.js';
import type { World } from './world.js';

export type { ReceivedCall, Tally, TokenCall } from './calls.js';
export type { Fault } from './faults.js';
export type { Counts, SimulatedJob } from './job.js';
export type { Json } from './json.js';
export { forEachProduct, productNames, products, type ProductName } from './products/index.js';
export type { IdentitySwitches, ProductSwitches, SwitchChanges, Switches } from './switches.js';

export interface SimulatorOptions {
  readonly seed?: number;
  readonly jobsPerProduct?: number;
  readonly days?: number;
  /** Epoch milliseconds. The story spans `days` up to what this says at the start, and goes on with it. */
  readonly now?: () => number;
  /** Of 127.0.0.1; 0 takes a free one. */
  readonly port?: number;
  readonly switches?: SwitchChanges;
  /** Jobs of one's own instead of a product's story: fixed, whatever the clock says. */
  readonly jobs?: Partial<Record<ProductName, readonly Partial<SimulatedJob>[]>>;
  /** Spreads jobs over several locations where a product has such. */
  readonly multiGeo?: boolean;
  /** Certificates of the app registration, in PEM form: a token is had for an assertion signed with the key of one. */
  readonly certificates?: readonly string[];
  /** How many calls are remembered at most. */
  readonly callsKept?: number;
}

export interface Simulator {
  readonly graphUrl: string;
  /** The whole URL of the token endpoint. */
  readonly identityUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The truth as of now, newest start first. */
  records(product: ProductName): readonly SimulatedJob[];
  /** Every call but those for a token, in the order in which they came. */
  readonly calls: readonly ReceivedCall[];
  readonly tokenCalls: readonly TokenCall[];
  /** Calls, but those for a token, that are not answered in full: now, and at most since they were last forgotten. */
  readonly open: { readonly now: number; readonly most: number };
  /** Counts what came since the start, also what is forgotten. */
  readonly tally: Tally;
  forgetCalls(): void;
  set(changes: SwitchChanges): void;
  /** All switches as they were at the start. */
  resetSwitches(): void;
  /** What is not given is made up: a successful job of one minute that starts now. */
  add(product: ProductName, job: Partial<SimulatedJob>): SimulatedJob;
  remove(product: ProductName, jobId: string): void;
  close(): Promise<void>;
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { seed = 1, jobsPerProduct = 2000, days = 90, now = Date.now, port = 0, multiGeo = false } = options;
  const story = { seed, jobsPerProduct, days, anchor: now(), multiGeo };
  const switches = createSwitches(options.switches ?? {});
  let added = 0;
  let graphUrl = '';

  function complete(product: ProductName, job: Partial<SimulatedJob>): SimulatedJob {
    added += 1;
    return completeJob(product, job, now(), added);
  }

  function createOwnLedger(name: ProductName): Ledger {
    const own = options.jobs?.[name]?.map((job) => fixedJob(complete(name, job)));
    if (own !== undefined) return createLedger(own, products[name], null);
    const { past, nextDay } = createStory(name, story);
    return createLedger(past, products[name], nextDay);
  }

  const world: World = {
    seed,
    now,
    graphUrl: () => graphUrl,
    ledgers: forEachProduct(createOwnLedger),
    identity: createIdentity(seed, productNames.map((name) => products[name].scope), options.certificates ?? []),
    pageTokens: createPageTokens(seed),
    switches,
    calls: [],
    tokenCalls: [],
    tally: { calls: 0, tokenCalls: 0, faults: {} },
    callsKept: options.callsKept ?? 10_000,
    open: { now: 0, most: 0 },
  };
  const server = createSimulatorServer(world);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  graphUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    graphUrl,
    identityUrl: graphUrl + tokenPath,
    clientId: world.identity.clientId,
    clientSecret: world.identity.clientSecret,
    calls: world.calls,
    tokenCalls: world.tokenCalls,
    open: world.open,
    tally: world.tally,

    records(name) {
      const everything = { facets: {}, status: null, search: null, from: null, to: null };
      const how = { ...switches[name], timeFilter: 'ignored', order: 'newest' } as const;
      const view = world.ledgers[name].select(everything, how, now() + how.clockAheadMs);
      return sliceOf(view, 0, view.length);
    },
    forgetCalls() {
      world.calls.length = 0;
      world.tokenCalls.length = 0;
      world.open.most = world.open.now;
    },
    set(changes) {
      changeSwitches(switches, changes);
    },
    resetSwitches() {
      changeSwitches(switches, createSwitches(options.switches ?? {}));
    },
    add(name, job) {
      const completed = complete(name, job);
      world.ledgers[name].add(completed);
      return completed;
    },
    remove(name, jobId) {
      world.ledgers[name].remove(jobId);
    },
    close() {
      return new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        // A call that hangs or drips is no reason to wait.
        server.closeAllConnections();
      });
    },
  };
}
