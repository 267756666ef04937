const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** As most upstreams write an instant, and as this server does. */
const USUAL = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|\+00:00)$/;
const ZERO = 0x30;
const DOT = 0x2e;

/** Epoch milliseconds of an instant in that form; undefined for all others, and where days of months have to be counted. */
export function readUtc(text: string): number | undefined {
  if (!USUAL.test(text)) return undefined;
  const month = digits(text, 5);
  const day = digits(text, 8);
  const [hour, minute, second] = [digits(text, 11), digits(text, 14), digits(text, 17)];
  const isPlain = month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 ? 28 : 30) && hour < 24 && minute < 60 && second < 60;
  if (!isPlain) return undefined;
  const thousandths = text.charCodeAt(19) === DOT ? digits(text, 20) * 10 + digit(text, 22) : 0;
  return Date.UTC(digits(text, 0) * 100 + digits(text, 2), month - 1, day, hour, minute, second, thousandths);
}

function digits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

const MINUTES_A_DAY = 1440;
/** A text that is put together of many others is an object for each: of few, it is fewer. */
const MINUTES = Array.from({ length: MINUTES_A_DAY }, (_, minute) => `T${padded(Math.floor(minute / 60))}:${padded(minute % 60)}:`);
const SECONDS = Array.from({ length: 60 }, (_, second) => `${padded(second)}.`);
const THOUSANDTHS = Array.from({ length: SECOND_MS }, (_, thousandth) => `${String(thousandth).padStart(3, '0')}Z`);

function padded(number: number): string {
  return String(number).padStart(2, '0');
}

/** Jobs that follow one another are of one day, mostly. */
let latest = { day: Number.NaN, text: '' };

/** What `toISOString` writes of whole milliseconds, in an eighth of its time. */
export function writeUtc(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY_MS);
  if (day !== latest.day) latest = { day, text: new Date(milliseconds).toISOString().replace(/T.*/, '') };
  const inDay = milliseconds - day * DAY_MS;
  const seconds = Math.floor(inDay / SECOND_MS);
  return `${latest.text}${MINUTES[Math.floor(seconds / 60)]}${SECONDS[seconds % 60]}${THOUSANDTHS[inDay % SECOND_MS]}`;
}
