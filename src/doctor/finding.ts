/** `advice`: it works, and could be set better. `unknown`: it could not be told, and the text says why. */
export type State = 'ok' | 'advice' | 'wrong' | 'unknown';

/** One thing that was looked at, in plain words. Never a secret, a token, or anything that a job says of people. */
export interface Finding {
  readonly check: string;
  readonly state: State;
  readonly text: string;
  /** The setting to put in. */
  readonly setting?: string;
}

export interface SourceFindings {
  readonly source: string;
  readonly endpoint: string;
  readonly findings: readonly Finding[];
}

export interface Diagnosis {
  readonly isWell: boolean;
  readonly isSimulated: boolean;
  readonly identity: string;
  readonly findings: readonly Finding[];
  readonly sources: readonly SourceFindings[];
  readonly calls: number;
  readonly mostCalls: number;
}

export type TenantDiagnosis = Diagnosis & {
  /** Its key. */
  readonly tenant: string;
};

export function finding(check: string, state: State, text: string, setting?: string): Finding {
  return { check, state, text, ...(setting !== undefined && { setting }) };
}
