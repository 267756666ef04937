import autocannon from 'autocannon';

import { median } from './medians.js';
import type { Running } from './processes.js';

/** What is loaded, and with which operation. */
export interface Contender {
  readonly name: string;
  readonly server: Running;
  readonly path: string;
  readonly query: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One round of one contender. */
export interface Round {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  readonly p50: number;
  readonly p99: number;
}

export type Rounds = ReadonlyMap<string, readonly Round[]>;

export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

/** Before the first round, of each: enough for what is compiled on the way, however slow the machine is. After 1,500, requests still took twice as long. */
export const WARM_UP_REQUESTS = 4000;

/** All contenders turn by turn, so that whatever else the machine does strikes them alike. */
export async function loadInTurn(contenders: readonly Contender[], pace: Pace): Promise<Rounds> {
  const rounds = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await load(contender, pace.connections, { amount: WARM_UP_REQUESTS });
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const contender of contenders) rounds.get(contender.name)?.push(await load(contender, pace.connections, { duration: pace.seconds }));
  }
  return rounds;
}

async function load({ server, path, query, headers }: Contender, connections: number, length: Pick<autocannon.Options, 'amount' | 'duration'>): Promise<Round> {
  const before = server.cpuMicroseconds();
  const { requests, latency, non2xx, errors } = await autocannon({
    url: server.url + path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    connections,
    ...length,
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${server.url} failed`);
  return { perSecond: requests.average, cpuMicroseconds: (server.cpuMicroseconds() - before) / requests.total, p50: latency.p50, p99: latency.p99 };
}

export function medianOf(rounds: Rounds, name: string, figure: keyof Round): number {
  return median(roundsOf(rounds, name).map((round) => round[figure]));
}

/** The median of what one is to another in each round. */
export function medianRatio(rounds: Rounds, name: string, other: string, figure: keyof Round): number {
  const others = roundsOf(rounds, other);
  return median(roundsOf(rounds, name).map((round, index) => round[figure] / (others[index]?.[figure] ?? Number.NaN)));
}

function roundsOf(rounds: Rounds, name: string): readonly Round[] {
  return rounds.get(name) ?? [];
}
