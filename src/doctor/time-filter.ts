import { readStream } from '../listing/scan.js';
import type { Bounds } from '../planning/bounds.js';
import type { JobRow } from '../planning/match.js';
import type { Source } from '../sources/source.js';
import { reasonOf, type Asker } from './asker.js';
import { finding, type Finding, type State } from './finding.js';
import { chooseJob, endedJobs, probesAround, type Ended } from './probe-windows.js';
import { allInterpretations, fitting, type Interpretation, type Kind, type Observation } from './readings.js';

/** Of one window; what is not read to its end proves nothing by what it lacks. */
const MOST_PAGES = 3;
/** These are asked in any case, the others only while there is a doubt. */
const LEAST_PROBES = 4;
const CHECK = 'time filter';

/** Asks for windows around one job, and holds against the answers every way to understand a window. At most 18 calls. */
export async function checkTimeFilter(source: Source, asker: Asker, rows: readonly JobRow[], pageSize: number): Promise<Finding> {
  const { grain } = source.endpoint;
  const known = new Map(endedJobs(rows).map((job) => [job.id, job]));
  const job = chooseJob([...known.values()], grain);
  if (job === null) return finding(CHECK, 'unknown', whyNoJob(known.size, rows.length, grain));

  const observations: Observation[] = [];
  let fits = allInterpretations(grain);
  for (const [index, { bounds }] of probesAround(job, grain).entries()) {
    if (index >= LEAST_PROBES && kindsOf(fits).length <= 1) break;
    try {
      const seen = await readWindow(source, asker, bounds, pageSize);
      for (const ended of endedJobs(seen.rows)) known.set(ended.id, ended);
      observations.push(...observe(bounds, seen, known.values()));
    } catch (failure) {
      return finding(CHECK, 'unknown', `Could not be told: ${reasonOf(failure)}`);
    }
    fits = fitting(allInterpretations(grain), observations, grain);
  }
  return conclude(source, fits, describeJob(job));
}

const kindsOf = (fits: readonly Interpretation[]): Kind[] => [...new Set(fits.map(({ kind }) => kind))];

interface WindowRead {
  readonly rows: readonly JobRow[];
  readonly isWhole: boolean;
}

async function readWindow({ endpoint }: Source, asker: Asker, bounds: Bounds, pageSize: number): Promise<WindowRead> {
  const rows: JobRow[] = [];
  let pages = 0;
  const { state, error } = await readStream({ ...endpoint.rules, pageSize }, (place) => asker.page(bounds, place, pageSize), {
    accept: () => true,
    take: (row) => void rows.push(row),
    mayGoOn: () => (pages += 1) < MOST_PAGES,
  });
  if (error !== null) throw error;
  return { rows, isWhole: state === 'ended' };
}

/** A job that is missing says something only where the whole list was read. */
function observe(bounds: Bounds, { rows, isWhole }: WindowRead, jobs: Iterable<Ended>): Observation[] {
  const seen = new Set(rows.map(({ id }) => id));
  return [...jobs].flatMap(({ id, startedAt, finishedAt }) => (seen.has(id) || isWhole ? [{ bounds, startedAt, finishedAt, isSeen: seen.has(id) }] : []));
}

function whyNoJob(ended: number, all: number, grain: 'hour' | 'day'): string {
  if (all === 0) return 'Cannot be told: there are no jobs to probe around. Ask again when some have run.';
  if (ended === 0) return `Cannot be told: none of ${all} jobs has ended. Ask again when one has.`;
  return grain === 'day'
    ? `Cannot be told: the endpoint takes dates, and none of ${ended} ended jobs ran across midnight (UTC), so that no date parts start from finish.`
    : `Cannot be told: none of ${ended} ended jobs ran long enough to part start from finish.`;
}

function describeJob({ startedAt, finishedAt }: Ended): string {
  const minutes = Math.max(1, Math.round((finishedAt - startedAt) / 60_000));
  return `probed around a job of ${minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`}`;
}

const MEANINGS: Readonly<Record<Kind, string>> = {
  start: "applies to a job's start",
  finish: "applies to a job's finish",
  overlap: 'lets through jobs that ran at any moment of the window',
  within: 'lets through only jobs that lie in the window as a whole',
  ignored: 'is ignored',
};

function conclude({ timeFilter, node }: Source, fits: readonly Interpretation[], how: string): Finding {
  const setting = (value: string): string => `AVEPOINT_${node.product}_TIME_FILTER=${value}`;
  const kinds = kindsOf(fits);
  const [kind] = kinds;
  if (kind === undefined) return careful(timeFilter, setting, `What came fits no way to understand a window (${how}).`);
  const zones = fits.map(({ zoneHours }) => zoneHours);
  // By another zone's dates, windows as wide as they are would miss the newest jobs, and totals would be of other days.
  if (!zones.includes(0)) return careful(timeFilter, setting, `Its days begin at the midnight of ${zoneOf(zones)}, not of UTC (${how}). No setting stands for that; \`unknown\` asks wide enough and cuts here.`);
  if (kinds.length > 1) {
    const text = `${kinds.map((one) => `"${MEANINGS[one]}"`).join(' and ')} fit alike (${how}).`;
    if (timeFilter === 'unknown' || kinds.some((one) => one === timeFilter)) return finding(CHECK, 'unknown', `Cannot be told: ${text}`);
    return careful(timeFilter, setting, text);
  }
  const text = `It ${MEANINGS[kind]} (${how}).`;
  if (kind === 'within' || kind === 'ignored') return careful(timeFilter, setting, `${text} No setting stands for that; \`unknown\` asks wide enough and cuts here.`);
  if (timeFilter === kind) return finding(CHECK, 'ok', text);
  const state: State = timeFilter === 'unknown' ? 'advice' : 'wrong';
  return finding(CHECK, state, state === 'advice' ? `${text} Say so, and windows are asked for no wider than they are.` : `${text} The setting says ${timeFilter}, so windows can miss jobs.`, setting(kind));
}

function zoneOf(hours: readonly number[]): string {
  const nameOf = (hour: number): string => `UTC${hour < 0 ? '−' : '+'}${Math.abs(hour)}`;
  return [...new Set([Math.min(...hours), Math.max(...hours)].map(nameOf))].join(' to ');
}

/** Where nothing is known, `unknown` is right and anything else is a risk. */
function careful(timeFilter: string, setting: (value: string) => string, text: string): Finding {
  if (timeFilter === 'unknown') return finding(CHECK, 'unknown', `${text} The setting \`unknown\` is right as it is.`);
  return finding(CHECK, 'wrong', `${text} The setting says ${timeFilter}, so windows can miss jobs.`, setting('unknown'));
}
