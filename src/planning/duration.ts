const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Ten years: a longer one is a mistake, or an attack on the arithmetic of dates. */
const LONGEST_MS = 3653 * DAY_MS;

const PATTERN = /^([+-])?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d{1,9})?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration of up to ten years, without years and months, whose lengths differ; null for any other text. */
export function readDuration(text: string): number | null {
  const match = PATTERN.exec(text);
  if (match === null) return null;
  const [, sign, weeks, days, hours, minutes, seconds] = match.map((part) => part?.replace(',', '.') ?? '');
  const milliseconds =
    Number(weeks) * 7 * DAY_MS + Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  return milliseconds <= LONGEST_MS ? Math.round(milliseconds) * (sign === '-' ? -1 : 1) : null;
}

/** ISO 8601 with hours at most: `PT40H44S`. */
export function writeDuration(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR_MS);
  const minutes = Math.floor((milliseconds % HOUR_MS) / MINUTE_MS);
  const seconds = (milliseconds % MINUTE_MS) / SECOND_MS;
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', seconds > 0 ? `${seconds}S` : ''].join('');
  return parts === '' ? 'PT0S' : `PT${parts}`;
}
