import { median, type SoakResult } from './soak.js';

/** Whether the soak shows what it has to: nothing wrong, and next to nothing left undone. */
export function isGood({ wrong, lost, duplicated, silentlyShort, operations, complete }: SoakResult, leastComplete: number): boolean {
  return wrong + lost + duplicated + silentlyShort === 0 && operations > 0 && complete / operations >= leastComplete;
}

export function report(result: SoakResult, title: string): string {
  const { tally, operations, complete, megabytes } = result;
  const faults = Object.values(tally.faults).reduce((sum, count) => sum + count, 0);
  const rows: [string, string | number][] = [
    ['upstream requests', `${tally.calls}, and ${tally.tokenCalls} for tokens`],
    ['faults injected', `${faults}: ${listed(tally.faults)}`],
    ['operations', operations],
    ['  complete', `${complete} (${((100 * complete) / operations).toFixed(3)} %)`],
    ['  not complete, by code', listed(result.failures) || 'none'],
    ['  median', `${Math.round(result.medianMs)} ms`],
    ['lists walked', `${result.walks}, ${result.finishedWalks} to the end; ${result.jobsSeen} jobs seen, ${result.jobsAdded} added meanwhile`],
    ['jobs looked up', result.lookups],
    ['wrong', result.wrong],
    ['lost', result.lost],
    ['duplicated', result.duplicated],
    ['silently short', result.silentlyShort],
    ['restarts of the server', result.restarts],
    ...storeRows(result),
    ...megabytes.map((life, index): [string, string] => [`resident memory, life ${index + 1}`, memory(life)]),
    ['duration', `${Math.round(result.milliseconds / 1000)} s`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [title, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ...result.examples.map((example) => `  ! ${example}`)].join('\n');
}

function storeRows({ storeKills, storeTally }: SoakResult): [string, string | number][] {
  if (storeTally === null) return [];
  return [
    ['kills of the store', storeKills],
    ['  since it is back', `${storeTally.scripts} scripts run, ${storeTally.peakMegabytes.toFixed(1)} MB at most`],
  ];
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

/** Growth would show from quarter to quarter. */
function memory(samples: readonly number[]): string {
  if (samples.length === 0) return 'not measured';
  const quarter = Math.ceil(samples.length / 4);
  const quarters = [0, 1, 2, 3].map((index) => median(samples.slice(index * quarter, (index + 1) * quarter)));
  const known = quarters.filter((size) => !Number.isNaN(size));
  return `start ${samples[0]} MB, median ${median(samples)}, max ${Math.max(...samples)}; by quarter ${known.join(', ')}`;
}
