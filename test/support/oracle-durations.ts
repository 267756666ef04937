import type { Seat } from '../products/index.js';

/** ISO 8601 with hours at most and no empty part: `PT40H44S` (docs/behaviour.md §3). */
export function writeIsoDuration(ms: number): string {
  const whole = Math.floor(ms / 1000);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = String(whole % 60) + (ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`).replace(/0+$/, '');
  if (ms === 0) return 'PT0S';
  return `PT${hours === 0 ? '' : `${hours}H`}${minutes === 0 ? '' : `${minutes}M`}${seconds === '0' ? '' : `${seconds}S`}`;
}

export interface Reported {
  /** As the upstream wrote it. */
  readonly text: string;
  readonly ms: number;
  /** How far it may be from finish minus start. */
  readonly grainMs: number;
}

/** docs/upstream.md §2 (4): `[d.]hh:mm:ss`, decimal hours of three places, or ticks. Null where nothing is said. */
export function readReported(value: unknown, { durationUnit }: Pick<Seat, 'durationUnit'>): Reported | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  if (text === '' || text === 'N/A') return null;
  if (text.includes(':')) {
    const [seconds = 0, minutes = 0, hours = 0, days = 0] = text.split(/[.:]/).map(Number).reverse();
    return { text, ms: (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000, grainMs: 1000 };
  }
  if (durationUnit === 'hours') return { text, ms: Math.round(Number(text) * 3_600_000), grainMs: 3600 };
  return { text, ms: Number(BigInt(text) / 10_000n), grainMs: 1 };
}
