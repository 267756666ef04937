import type { Period } from '../counting/period.js';
import type { JobPeriod } from '../generated/types.js';

export function periodNode({ from, to, by, timeZone, isDefault }: Period): JobPeriod {
  return { __typename: 'JobPeriod', from: new Date(from), to: new Date(to), by, timeZone, isDefault };
}
