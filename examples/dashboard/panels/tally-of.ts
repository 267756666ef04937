import type { JobStatus } from '../generated/graphql';
import type { Group } from '../reading/tally';
import { statuses } from '../words';

/** How many jobs are in each state that is met, worst first. Empty where nothing is known. */
export function tallyOf({ counts }: Pick<Group, 'counts'>): readonly (readonly [JobStatus, number])[] {
  if (counts === null) return [];
  return statuses.map((status) => [status, counts[status.toLowerCase() as Lowercase<JobStatus>]] as const).filter(([, count]) => count > 0);
}
