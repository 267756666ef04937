import { pick } from '../../random.js';
import type { Plot, Role } from '../../story.js';

const [backup, restore, exportJob, deletion, retention, report] = [1, 2, 3, 4, 5, 6];
const [admin, reCenter] = [1, 2];
const [running, finished, failed, finishedWithException] = [0, 2, 3, 7];

const [gmail, drive, calendar, contacts, sharedDrives, classroom] = [1, 2, 4, 8, 64, 128];
const [users, groups, chat, gmailVault, driveVault, sharedDrivesVault] = [256, 512, 4096, 8192, 16384, 32768];

const admins = ['maria.keller@contoso.example', 'tom.okafor@contoso.example'];
const people = ['li.wei@contoso.example', 'ines.duarte@contoso.example', 'sam.patel@contoso.example'];

const role = (prefix: string, type: number, service: number, minutes: number, dataSource = admin): Role => ({
  prefix,
  minutes,
  fields: { type, service, dataSource },
});
const special = (type: number, service: number, fields: Role['fields']): Role => ({
  prefix: 'GDIG',
  minutes: 12,
  fields: { type, service, dataSource: admin, ...fields },
});
const nightly = (service: number, minutes: number): Role => role('GDIB', backup, service, minutes);

export const plot: Plot = {
  // Classroom is never backed up.
  nightly: [
    nightly(gmail, 140),
    nightly(drive, 200),
    nightly(calendar, 35),
    { ...nightly(sharedDrives, 95), failsSinceYesterday: true },
    nightly(contacts, 20),
    nightly(chat, 60),
    nightly(users, 8),
    nightly(groups, 12),
    nightly(gmailVault, 75),
    nightly(driveVault, 80),
    nightly(sharedDrivesVault, 50),
  ],
  daytime: [
    role('GDIG', retention, gmail, 16),
    role('GDIG', retention, drive, 22),
    role('GDRS', restore, gmail, 9),
    role('GDRS', restore, drive, 14),
    role('GDRS', restore, gmail, 4, reCenter),
    role('GDRS', restore, drive, 6, reCenter),
    role('GDEX', exportJob, gmail, 25),
    role('GDEX', exportJob, drive, 11, reCenter),
    role('GDRP', report, users, 3),
    role('GDDL', deletion, drive, 7),
  ],
  rarities: [
    ...[calendar, contacts, sharedDrives, chat].map((service) => role('GDRS', restore, service, 10)),
    role('GDRP', report, classroom, 2),
    role('GDIG', retention, classroom, 5),
    role('GDEX', exportJob, sharedDrives, 30),
    role('GDDL', deletion, gmail, 6),
    { ...special(restore, calendar, { dataSource: reCenter, status: running, progress: 37.5 }), neverEnds: true },
    // Never published, and a type and an application that nobody knows.
    special(backup, gmail, { status: 5 }),
    special(9, 65536, {}),
    special(retention, drive, { operator: null, progress: null }),
  ],
  outcomes: { succeeded: finished, partial: finishedWithException, failed },
  sharedPrefix: null,
  idLeadMs: () => 0,
  startsWithId: true,
  idDigits: () => 14,

  // A failed job shows 100 % too.
  dress(job, random) {
    const byHand = job.type === restore || job.type === exportJob || job.type === deletion;
    const operator = !byHand ? 'System' : pick(random, job.dataSource === reCenter ? people : admins);
    return { ...job, progress: 100, operator };
  },
};
