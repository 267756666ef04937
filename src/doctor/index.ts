import type { Config } from '../config.js';
import { connectHttp, reachUpstream } from '../connect.js';
import { examine } from './examine.js';
import { printDiagnosis } from './print.js';
import type { Diagnosis } from './finding.js';

export interface Consultation {
  readonly diagnosis: Diagnosis;
  /** 0 where nothing is wrong, else 1. */
  readonly exitCode: number;
  /** For people, or JSON. */
  readonly text: string;
}

/** Asks everything that is configured whether it is right, and says how to mend what is not. */
export async function consultDoctor(config: Config, isJson: boolean): Promise<Consultation> {
  const upstream = await reachUpstream(config);
  const http = connectHttp(config, upstream);
  try {
    const diagnosis = await examine(config, upstream, http);
    return { diagnosis, exitCode: diagnosis.isWell ? 0 : 1, text: isJson ? JSON.stringify(diagnosis, null, 2) : printDiagnosis(diagnosis) };
  } finally {
    await http.close();
    await upstream.simulator?.close();
  }
}
