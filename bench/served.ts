import { productNames, startSimulator, type Simulator, type SimulatorOptions } from '../simulator/index.js';
import { startProcess, type Running } from './processes.js';

export interface Served {
  readonly simulator: Simulator;
  readonly server: Running;
  /** Body of the answer to one operation. */
  ask(query: string): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly data: { readonly page?: { readonly isComplete: boolean; readonly nodes: readonly unknown[] } } | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** The server as a process of its own before a simulator in this one, whose calls can be counted. */
export async function serve(options: SimulatorOptions = {}, environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const simulator = await startSimulator({ callsKept: 1_000_000, ...options });
  const server = await startProcess('../server/main.js', {
    environment: {
      AVEPOINT_GRAPH_URL: simulator.graphUrl,
      AVEPOINT_IDENTITY_URL: simulator.identityUrl,
      AVEPOINT_CLIENT_ID: simulator.clientId,
      AVEPOINT_CLIENT_SECRET: simulator.clientSecret,
      AVEPOINT_PRODUCTS: productNames.join(','),
      PAGE_MEMORY_SECONDS: '0',
      LOG_LEVEL: 'info',
      PORT: '0',
      ...environment,
    },
    isReady: /"ready"/,
  });
  return {
    simulator,
    server,
    async ask(query) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as Answer;
    },
    async stop() {
      await server.stop();
      await simulator.close();
    },
  };
}
