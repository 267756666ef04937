import type { JobStatsDimension } from '../generated/types.js';
import { TooManyGroupsError } from '../errors.js';

/** Met while counting. */
export const MAX_GROUPS = 5000;

/** `dimensions`: those with the most values, most first. */
export function tooManyGroups([dimension]: readonly JobStatsDimension[]): TooManyGroupsError {
  return new TooManyGroupsError(`There are more than ${MAX_GROUPS} groups. Most come of \`${dimension}\`: leave it out of \`groupBy\`, or narrow the filter or the period.`);
}
