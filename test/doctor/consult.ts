import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.js';
import { readConfig } from '../../src/config.js';
import type { Diagnosis, Finding } from '../../src/doctor/finding.js';
import { consultDoctor } from '../../src/doctor/index.js';
import { everyProduct } from '../products/index.js';

export interface Consulted {
  readonly diagnosis: Diagnosis;
  readonly exitCode: number;
  readonly text: string;
  readonly simulator: Simulator;
  /** Findings of a source, by what was looked at. */
  of(product: string): Record<string, Finding>;
}

export interface Case {
  readonly simulator?: SimulatorOptions;
  readonly environment?: Record<string, string>;
  /** What a test changes before the doctor comes. */
  prepare?(simulator: Simulator): void;
}

/** The doctor over a simulator that is there for this one consultation. */
export async function consult({ simulator: options, environment, prepare }: Case = {}): Promise<Consulted> {
  const simulator = await startSimulator({ jobsPerProduct: 400, days: 40, ...options });
  try {
    prepare?.(simulator);
    const config = readConfig({
      AVEPOINT_CLIENT_ID: simulator.clientId,
      AVEPOINT_CLIENT_SECRET: simulator.clientSecret,
      AVEPOINT_GRAPH_URL: simulator.graphUrl,
      AVEPOINT_IDENTITY_URL: simulator.identityUrl,
      ...everyProduct,
      ...environment,
    });
    const { diagnoses, exitCode, text } = await consultDoctor(config, false);
    const diagnosis = diagnoses[0] as Diagnosis;
    return { diagnosis, exitCode, text, simulator, of: (product) => findingsOf(diagnosis, product) };
  } finally {
    await simulator.close();
  }
}

export function findingsOf(diagnosis: Diagnosis, product: string): Record<string, Finding> {
  const findings = diagnosis.sources.find(({ source }) => source.endsWith(`/${product}`))?.findings ?? [];
  return Object.fromEntries(findings.map((one) => [one.check, one]));
}

/** What is wrong, over all sources. */
export function wrongs({ sources, findings }: Diagnosis): Finding[] {
  return [...findings, ...sources.flatMap((source) => source.findings)].filter(({ state }) => state === 'wrong');
}
