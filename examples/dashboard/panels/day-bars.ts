import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip, type ChartDataset } from 'chart.js';
import type { JobStatus } from '../generated/graphql';
import type { Group } from '../reading/tally';
import { formatCounted, formatDay } from '../formats';
import { statusNames } from '../words';
import { tallyOf } from './tally-of';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Of the tallest day: what stands on a day of which a part is not known, and for one of which nothing is. */
const PART_UNREAD = 0.12;
const ALL_UNREAD = 1;

type Bars = ChartDataset<'bar', number[]>;

/** One bar a day, failures at its foot, where days can be compared; hatched where there may be more. Colours are those of the style sheet. */
export function drawDayBars(canvas: HTMLCanvasElement, days: readonly Group[], statuses: readonly JobStatus[]): Chart {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = { family: style.fontFamily, size: 12 };
  const ticks = { color: colour('--muted'), font };
  const tallies = days.map((day) => new Map(tallyOf(day)));
  const bars = statuses.map((status): Bars => ({
    label: statusNames[status],
    data: tallies.map((tally) => tally.get(status) ?? 0),
    backgroundColor: colour(`--${status.toLowerCase()}`),
    borderColor: colour('--card'),
    borderWidth: { top: 1 },
    borderSkipped: false,
    maxBarThickness: 56,
  }));
  const unread: Bars = {
    label: 'Not counted',
    data: heightsOfUnread(days),
    backgroundColor: hatch(canvas, colour('--muted')),
    borderColor: colour('--muted'),
    borderWidth: 1,
    borderSkipped: 'bottom',
    maxBarThickness: 56,
  };
  return new Chart(canvas, {
    type: 'bar',
    data: { labels: days.map(({ key }) => formatDay(key.stretch?.start).split(', ')), datasets: [...bars, unread] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        tooltip: {
          titleFont: font,
          bodyFont: font,
          filter: ({ parsed }) => parsed.y !== 0,
          callbacks: { label: ({ dataset: { label = '' }, dataIndex, raw }) => (label === unread.label ? label : `${label}: ${formatCounted(Number(raw), days[dataIndex]?.precision ?? 'UNKNOWN')}`) },
        },
      },
      scales: {
        x: { stacked: true, grid: { display: false }, border: { color: colour('--line') }, ticks: { ...ticks, maxRotation: 0 } },
        y: { stacked: true, grid: { color: colour('--line') }, border: { display: false }, ticks: { ...ticks, precision: 0, maxTicksLimit: 5 } },
      },
    },
  });
}

/** No number: only that a day without one does not look like a day without jobs. */
function heightsOfUnread(days: readonly Group[]): number[] {
  const tallest = Math.max(1, ...days.map(({ counts }) => counts?.total ?? 0));
  const parts = { EXACT: 0, AT_LEAST: PART_UNREAD, UNKNOWN: ALL_UNREAD };
  return days.map(({ precision }) => tallest * parts[precision]);
}

function hatch(canvas: HTMLCanvasElement, colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [8, 8];
  const pen = tile.getContext('2d');
  if (pen === null) return 'transparent';
  pen.strokeStyle = colour;
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, 8);
    pen.lineTo(shift + 8, 0);
  }
  pen.stroke();
  return canvas.getContext('2d')?.createPattern(tile, 'repeat') ?? 'transparent';
}
