import type { Counts } from '../../job.js';
import { between, type Random } from '../../random.js';
import type { Plot, Role } from '../../story.js';
import { finance, sales, trial } from './organizations.js';

const [backup, restore, dryRun, retention, auditBackup, exportJob] = [1, 2, 4, 8, 16, 32];
const [running, finished, failed, finishedWithException] = [2, 3, 4, 7];

/** The sample shows the first; of others no page speaks. */
const [engagement, operations] = ['Customer Engagement', 'Unified Operations'];

const role = (prefix: string, type: number, organization: typeof sales, minutes: number): Role => ({
  prefix,
  minutes,
  fields: { type, module: organization === finance ? operations : engagement, ...organization },
});
const special = (type: number, fields: Role['fields']): Role => ({
  prefix: 'DCIB',
  minutes: 12,
  fields: { type, module: engagement, ...sales, ...fields },
});

export const plot: Plot = {
  nightly: [
    role('DCIB', backup, sales, 70),
    role('DCIB', backup, finance, 110),
    role('DCAB', auditBackup, sales, 9),
    { ...role('DCIB', backup, trial, 2), failsSinceYesterday: true },
    role('DCAB', auditBackup, finance, 12),
  ],
  daytime: [
    role('DCRT', retention, sales, 18),
    role('DCRT', retention, finance, 25),
    role('DCRS', restore, sales, 14),
    role('DCRS', restore, trial, 3),
    role('DCDR', dryRun, sales, 8),
    role('DCDR', dryRun, finance, 11),
    role('DCEX', exportJob, sales, 30),
    role('DCEX', exportJob, finance, 45),
  ],
  rarities: [
    { ...special(restore, { status: running }), neverEnds: true },
    // Statuses and types that nobody knows; 0 is no type but all of them.
    ...[0, 1, 5, 6].map((status) => special(backup, { status })),
    special(0, {}),
    special(64, {}),
    special(dryRun, { module: null }),
    special(exportJob, { counts: null, recordCounts: null, backupSizeBytes: null }),
    special(retention, { organizationId: null, organizationName: null }),
    // Finished, with nothing but failures and warnings.
    special(backup, { status: finished, counts: { total: 4, successful: 0, failed: 3, skipped: 0, warning: 1 } }),
  ],
  outcomes: { succeeded: finished, partial: finishedWithException, failed },
  sharedPrefix: null,
  // The clock in an id is the start to the millisecond, which is seldom a whole second.
  idLeadMs: (random) => -between(random, 0, 999),
  startsWithId: true,
  idDigits: () => 22,

  dress(job, random) {
    const isBackup = job.type === backup || job.type === auditBackup;
    return {
      ...job,
      counts: countUp(between(random, 1, 300), job.status, random),
      recordCounts: countUp(between(random, 0, 400_000), job.status, random),
      backupSizeBytes: isBackup ? between(random, 100_000, 2_000_000_000) * between(random, 1, 40) : 0,
    };
  },
};

function countUp(total: number, status: number, random: Random): Counts {
  if (status === failed) return { total, successful: 0, failed: total, skipped: 0, warning: 0 };
  const lost = status === finishedWithException && total > 0 ? between(random, 1, total) : 0;
  const warning = Math.floor((total - lost) / 20);
  const skipped = Math.floor((total - lost - warning) / 50);
  return { total, successful: total - lost - warning - skipped, failed: lost, skipped, warning };
}
