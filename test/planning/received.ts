import type { ReceivedCall } from '../../simulator/index.js';

/** The parameters that a call brought, by their names in lower case; those of a JSON body by their path. */
export function parametersOf(call: ReceivedCall): Readonly<Record<string, string>> {
  if (call.method === 'POST') return flatten(JSON.parse(call.rawBody) as unknown, '');
  return Object.fromEntries(Object.entries(call.query).map(([name, value]) => [name.toLowerCase(), value]));
}

function flatten(value: unknown, path: string): Record<string, string> {
  if (typeof value !== 'object' || value === null) return { [path.toLowerCase()]: String(value) };
  return Object.assign({}, ...Object.entries(value).map(([name, member]) => flatten(member, path === '' ? name : `${path}.${name}`))) as Record<string, string>;
}

/** Of these parameters the values of every call, such as `jobtype=1 apptype=2`; what a call leaves out, or sends as 0 for "all", is left out. */
export function askedFor(calls: readonly ReceivedCall[], names: readonly string[], { isZeroAll = false } = {}): string[] {
  const sets = calls.map((call) => {
    const parameters = parametersOf(call);
    const given = names.filter((name) => {
      const value = parameters[name.toLowerCase()];
      return value !== undefined && value !== '' && !(isZeroAll && value === '0');
    });
    return given.map((name) => `${name}=${parameters[name.toLowerCase()] ?? ''}`).join(' ');
  });
  return sets.sort();
}

/** The digits of a number in a JSON body as they came: `JSON.parse` would round ticks. */
export function digitsInBody(call: ReceivedCall, name: string): string | null {
  return new RegExp(`"${name}"\\s*:\\s*"?(\\d+)`, 'i').exec(call.rawBody)?.[1] ?? null;
}

/** Each once: streams that needed several pages ask alike for all of them. */
export const distinct = (asked: readonly string[]): string[] => [...new Set(asked)];
