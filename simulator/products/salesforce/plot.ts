import type { Counts } from '../../job.js';
import { between, type Random } from '../../random.js';
import type { Plot, Role } from '../../story.js';

const [backup, onDemandBackup, restore, compare, archive, retention, discovery] = [1, 2, 3, 5, 6, 9, 10];
const [autoExport, onDemandExport, sandboxSeeding, continuousProtection, auditLogBackup] = [13, 12, 15, 17, 20];
const [finished, finishedWithException, failed, paused, stopped, skipped] = [2, 3, 4, 5, 6, 7];
const [organization, object, record, field, metadata, notApplicable] = [1, 2, 3, 4, 5, 6];

const production = '00Dam00000kxWaGEAU';
const emea = '00D5g000004QzLbEAK';
const partnerSandbox = '00DDn00000BwTzYMAV';

const role = (prefix: string, type: number, level: number, organizationId: string, minutes: number): Role => ({
  prefix,
  minutes,
  fields: { type, level, organizationId },
});
const special = (type: number, level: number, fields: Role['fields']): Role => ({
  prefix: 'AI',
  minutes: 12,
  fields: { type, level, organizationId: production, ...fields },
});

export const plot: Plot = {
  // The partners' sandbox has been discovered and never backed up.
  nightly: [
    role('FB', backup, organization, production, 95),
    role('FB', backup, organization, emea, 60),
    role('AI', auditLogBackup, organization, production, 4),
    role('IB', backup, metadata, production, 30),
    { ...role('IB', backup, metadata, emea, 25), failsSinceYesterday: true },
    role('AI', auditLogBackup, organization, emea, 3),
  ],
  daytime: [
    role('CD', continuousProtection, object, production, 12),
    role('CD', continuousProtection, object, emea, 10),
    role('RT', retention, notApplicable, production, 20),
    role('DS', discovery, notApplicable, production, 2),
    role('RS', restore, record, production, 9),
    role('RS', restore, object, emea, 15),
    role('CP', compare, field, production, 6),
    role('AR', archive, object, production, 40),
    role('EX', autoExport, object, emea, 25),
    role('EX', onDemandExport, object, production, 18),
    role('OB', onDemandBackup, object, production, 22),
    role('SE', sandboxSeeding, object, emea, 50),
  ],
  rarities: [
    ...Array.from({ length: 22 }, (_, index) => special(index + 1, (index % notApplicable) + 1, {})),
    role('DS', discovery, notApplicable, partnerSandbox, 2),
    { ...special(archive, object, { status: paused }), neverEnds: true },
    special(backup, organization, { status: stopped }),
    special(backup, organization, { status: skipped }),
    // A status and a type that nobody knows.
    special(backup, organization, { status: 9 }),
    special(23, organization, {}),
    special(restore, record, { dataSizeKilobytes: null, apiCalls: null, organizationId: null }),
    special(compare, field, { counts: null, recordCounts: null, metadataCounts: null }),
  ],
  outcomes: { succeeded: finished, partial: finishedWithException, failed },
  sharedPrefix: null,
  idLeadMs: (random) => between(random, 0, 9999),
  startsWithId: false,
  idDigits: () => 20,

  dress(job, random) {
    return {
      ...job,
      counts: countUp(between(random, 1, 400), job.status, random),
      recordCounts: countUp(between(random, 0, 250_000), job.status, random),
      metadataCounts: { ...countUp(between(random, 0, 900), job.status, random), skipped: 0 },
      dataSizeKilobytes: between(random, 1, 40_000_000),
      apiCalls: between(random, 3, 12_000),
    };
  },
};

function countUp(total: number, status: number, random: Random): Counts {
  if (status === skipped) return { total, successful: 0, failed: 0, skipped: total };
  if (status === failed || status === stopped) return { total, successful: 0, failed: total, skipped: 0 };
  const lost = status === finishedWithException && total > 0 ? between(random, 1, total) : 0;
  const left = Math.floor((total - lost) / 50);
  return { total, successful: total - lost - left, failed: lost, skipped: left };
}
