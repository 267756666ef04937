const MINUTE_MS = 60_000;

/** How far the clock of this machine is ahead of the one that wrote a `Date` header, milliseconds; null where that cannot be told. */
export function clockLead(date: string | string[] | undefined, now: number): number | null {
  const at = typeof date === 'string' && /^[A-Z][a-z]{2}, /.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(at) ? null : now - at;
}

/** What to say of a clock that an assertion of a few minutes does not survive; null where it is well. */
export function clockAdvice(date: string | string[] | undefined, now: number): string | null {
  const lead = clockLead(date, now);
  if (lead === null || Math.abs(lead) < MINUTE_MS) return null;
  const minutes = Math.round(Math.abs(lead) / MINUTE_MS);
  return `The clock of this machine is ${minutes} min ${lead > 0 ? 'ahead of' : 'behind'} the identity service's: set it right.`;
}
