/** What a clock on the wall shows, as the number that an instant of UTC with the same digits has. */
export type Wall = number;

export type PeriodUnit = 'HOUR' | 'DAY' | 'WEEK' | 'MONTH';

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** 1970-01-01 was a Thursday. */
const FIRST_MONDAY = 4 * DAY_MS;

/** The full hour, the midnight, the midnight of a Monday or of the first of a month that is shown now or was last. */
export function floorOf(wall: Wall, unit: PeriodUnit): Wall {
  switch (unit) {
    case 'HOUR':
      return Math.floor(wall / HOUR_MS) * HOUR_MS;
    case 'DAY':
      return Math.floor(wall / DAY_MS) * DAY_MS;
    case 'WEEK':
      return Math.floor((wall - FIRST_MONDAY) / WEEK_MS) * WEEK_MS + FIRST_MONDAY;
    case 'MONTH':
      return new Date(floorOf(wall, 'DAY')).setUTCDate(1);
  }
}

/** The floor after a floor. */
export function nextOf(floor: Wall, unit: PeriodUnit): Wall {
  switch (unit) {
    case 'HOUR':
      return floor + HOUR_MS;
    case 'DAY':
      return floor + DAY_MS;
    case 'WEEK':
      return floor + WEEK_MS;
    case 'MONTH': {
      const date = new Date(floor);
      return date.setUTCMonth(date.getUTCMonth() + 1);
    }
  }
}

/** `2026-11-24T13`, `2026-11-24`, `2026-W48` or `2026-11`. */
export function labelOf(floor: Wall, unit: PeriodUnit): string {
  switch (unit) {
    case 'HOUR':
      return write(floor, 'YYYY-MM-DDTHH');
    case 'DAY':
      return write(floor, 'YYYY-MM-DD');
    case 'WEEK':
      return weekLabelOf(floor);
    case 'MONTH':
      return write(floor, 'YYYY-MM');
  }
}

/** From the year on, as long as a form is where years have four digits. */
function write(wall: Wall, form: string): string {
  const text = new Date(wall).toISOString();
  return text.slice(0, text.indexOf('T') + form.length - 'YYYY-MM-DD'.length);
}

/** A week is of the year that its Thursday is in. */
function weekLabelOf(monday: Wall): string {
  const thursday = monday + 3 * DAY_MS;
  const newYear = new Date(thursday).setUTCMonth(0, 1);
  const week = Math.floor((thursday - newYear) / WEEK_MS) + 1;
  return `${write(thursday, 'YYYY')}-W${String(week).padStart(2, '0')}`;
}
