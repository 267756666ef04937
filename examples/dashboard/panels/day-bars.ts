import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import type { JobStatus } from '../generated/graphql';
import type { Day } from '../reading/week';
import { formatDay } from '../formats';
import { statusNames } from '../words';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** One bar a day, failures at its foot, where days can be compared. Colours are those of the style sheet. */
export function drawDayBars(canvas: HTMLCanvasElement, days: readonly Day[], statuses: readonly JobStatus[]): Chart {
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const font = { family: style.fontFamily, size: 12 };
  const ticks = { color: colour('--muted'), font };
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: days.map(({ start }) => formatDay(start).split(', ')),
      datasets: statuses.map((status) => ({
        label: statusNames[status],
        data: days.map(({ tally }) => tally.get(status) ?? 0),
        backgroundColor: colour(`--${status.toLowerCase()}`),
        borderColor: colour('--card'),
        borderWidth: { top: 1 },
        borderSkipped: false,
        maxBarThickness: 56,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: { tooltip: { titleFont: font, bodyFont: font, filter: ({ parsed }) => parsed.y !== 0 } },
      scales: {
        x: { stacked: true, grid: { display: false }, border: { color: colour('--line') }, ticks: { ...ticks, maxRotation: 0 } },
        y: { stacked: true, grid: { color: colour('--line') }, border: { display: false }, ticks: { ...ticks, precision: 0, maxTicksLimit: 5 } },
      },
    },
  });
}
