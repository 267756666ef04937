import type { JobCountPrecision } from './generated/graphql';

/** The viewer's own. */
const locale = undefined;
const number = new Intl.NumberFormat(locale);
const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });

export function formatCount(count: number): string {
  return number.format(count);
}

/** What was counted in a scan that has not ended, or without a source, is a lower bound. */
export function formatTally(count: number, isExact: boolean): string {
  return isExact ? formatCount(count) : `at least ${formatCount(count)}`;
}

/** Where nothing is known there is no number. */
export function formatCounted(count: number, precision: JobCountPrecision): string {
  return precision === 'UNKNOWN' ? 'unknown' : formatTally(count, precision === 'EXACT');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

export function formatMoment(instant: string): string {
  return moment.format(new Date(instant));
}

export function formatClock(instant: string): string {
  return clock.format(new Date(instant));
}

export function formatDay(instant: string | undefined): string {
  return instant === undefined ? '' : weekday.format(new Date(instant));
}

/** `2 d 4 h`, `1 h 5 min`, `40 s`: the two largest units. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const parts: [number, string][] = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return '0 s';
  const shown = parts.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => `${count} ${unit}`).join(' ');
}
