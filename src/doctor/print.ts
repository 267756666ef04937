import type { Diagnosis, Finding, State, TenantDiagnosis } from './finding.js';

const MARKS: Readonly<Record<State, string>> = { ok: 'ok', advice: 'advice', wrong: 'WRONG', unknown: 'cannot tell' };
const CHECK_WIDTH = 12;
const MARK_WIDTH = 11;
const TEXT_WIDTH = 96;

/** The diagnosis as people read it. */
export function printDiagnosis({ isWell, isSimulated, identity, findings, sources, calls, mostCalls }: Diagnosis): string {
  const settings = [...findings, ...sources.flatMap((source) => source.findings)].flatMap(({ setting }) => (setting === undefined ? [] : [setting]));
  const wrong = [...findings, ...sources.flatMap((source) => source.findings)].filter(({ state }) => state === 'wrong').length;
  return [
    ...(isSimulated ? ['SIMULATED: no credentials are set, so this is about the built-in simulator.', ''] : []),
    `identity ${identity}`,
    ...findings.map(printFinding),
    ...sources.flatMap((source) => ['', `${source.source}  ${source.endpoint}`, ...source.findings.map(printFinding)]),
    '',
    ...(settings.length === 0 ? [] : ['To set:', ...[...new Set(settings)].map((setting) => `  ${setting}`), '']),
    `${isWell ? 'All that could be told is well.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`} Calls made: ${calls}, of ${mostCalls} at most.`,
  ].join('\n');
}

/** Of each tenant by itself, and which of them something is wrong with. */
export function printTenants(diagnoses: readonly TenantDiagnosis[]): string {
  const ill = diagnoses.filter(({ isWell }) => !isWell).map(({ tenant }) => tenant);
  const parts = diagnoses.map((diagnosis) => `tenant ${diagnosis.tenant}\n${printDiagnosis(diagnosis)}`);
  const summary = ill.length === 0 ? `Of ${diagnoses.length} ${diagnoses.length === 1 ? 'tenant' : 'tenants'}, all are well as far as could be told.` : `Something is wrong with ${ill.length} of ${diagnoses.length}: ${ill.join(', ')}.`;
  return [...parts, summary].join('\n\n');
}

function printFinding({ check, state, text }: Finding): string {
  const indent = ' '.repeat(2 + CHECK_WIDTH + 2 + MARK_WIDTH + 2);
  return `  ${check.padEnd(CHECK_WIDTH)}  ${MARKS[state].padEnd(MARK_WIDTH)}  ${wrap(text).join(`\n${indent}`)}`;
}

function wrap(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > TEXT_WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
