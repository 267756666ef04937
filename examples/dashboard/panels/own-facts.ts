import type { CountFactsFragment, JobDetailsFragment } from '../generated/graphql';
import { formatCount } from '../formats';
import { nameOfField } from '../words';

/** Where a field is named after its unit. */
const UNIT = /(Kilobytes|Bytes)$/;
const units: Readonly<Record<string, string>> = { Kilobytes: 'KB', Bytes: 'bytes' };

/** What only one product tells, by the names of its fields; what the upstream did not report is left out, and so is what is told as a failure. */
export function ownFacts(job: JobDetailsFragment): readonly (readonly [name: string, value: string])[] {
  const prefix = `${job.__typename}_`;
  const told = new Set(job.failures?.map(({ message }) => message));
  return Object.entries(job).flatMap(([key, value]: [string, unknown]) => {
    if (!key.startsWith(prefix)) return [];
    const field = key.slice(prefix.length);
    const [, unit] = UNIT.exec(field) ?? [];
    const written = writeValue(value);
    if (written === null || told.has(written)) return [];
    return unit === undefined ? [[nameOfField(field), written]] : [[nameOfField(field.replace(UNIT, '')), `${written} ${units[unit]}`]];
  });
}

function writeValue(value: unknown): string | null {
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'object' && value !== null) return writeCounts(value as CountFactsFragment);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Of whichever counters there are. */
export function writeCounts(counts: CountFactsFragment | null): string | null {
  const parts = Object.entries(counts ?? {}).flatMap(([name, count]: [string, unknown]) =>
    typeof count === 'number' ? [`${formatCount(count)} ${name === 'total' ? 'in all' : name}`] : [],
  );
  return parts.length === 0 ? null : parts.join(', ');
}
