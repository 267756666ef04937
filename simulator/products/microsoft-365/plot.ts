import { between, pick } from '../../random.js';
import type { Plot, Role } from '../../story.js';

const [backup, restore, exportJob, deletion, retention] = [1, 2, 3, 4, 5];
const [inProgress, finished, failed, finishedWithException, partiallyFinished] = [1, 2, 3, 4, 5];

const [exchange, sharePoint, oneDrive, groups, project, publicFolder] = [1, 2, 3, 4, 5, 6];
const [teams, vivaEngage, teamsChat, powerBi, powerAutomate, powerApps] = [7, 8, 9, 10, 11, 12];

const role = (prefix: string, type: number, service: number, minutes: number): Role => ({
  prefix,
  minutes,
  fields: { type, service },
});
const special = (type: number, service: number, fields: Role['fields']): Role => ({
  prefix: 'IB',
  minutes: 12,
  fields: { type, service, ...fields },
});

const locations = ['PrimaryGeoLocation', 'PrimaryGeoLocation', 'EUR', 'JPN', 'CAN'];

const url = (code: string): string => `https://docs.contoso.example/errors/${code}`;
const errors = [
  { isErrorCode: true, value: 'CB-EXO-1024', url: url('CB-EXO-1024'), number: 3 },
  { isErrorCode: true, value: 'CB-SPO-2210', url: url('CB-SPO-2210'), number: 1 },
  { isErrorCode: false, value: 'The mailbox is on hold and was skipped.', url: '', number: 12 },
];

export const plot: Plot = {
  // Project is never backed up.
  nightly: [
    role('FB', backup, exchange, 160),
    role('IB', backup, sharePoint, 210),
    role('IB', backup, oneDrive, 190),
    role('IB', backup, groups, 70),
    { ...role('IB', backup, teams, 85), failsSinceYesterday: true },
    role('IB', backup, teamsChat, 110),
    role('IB', backup, publicFolder, 45),
    role('IB', backup, vivaEngage, 30),
    role('EFB', backup, powerBi, 12),
    role('CFB', backup, powerAutomate, 9),
    role('IB', backup, powerApps, 10),
  ],
  daytime: [
    role('RS', restore, exchange, 6),
    role('RS', restore, oneDrive, 11),
    role('RS', restore, sharePoint, 18),
    role('RS', restore, teams, 15),
    role('EX', exportJob, exchange, 40),
    role('EX', exportJob, sharePoint, 25),
    role('RT', retention, exchange, 20),
    role('RT', retention, sharePoint, 35),
    role('DL', deletion, oneDrive, 5),
  ],
  rarities: [
    ...[groups, publicFolder, vivaEngage, teamsChat].map((service) => role('RS', restore, service, 8)),
    ...[powerBi, powerAutomate, powerApps].map((service) => role('EX', exportJob, service, 3)),
    role('RT', retention, project, 2),
    role('DL', deletion, teams, 4),
    special(backup, oneDrive, { status: partiallyFinished }),
    // A state, a type and a service that nobody knows.
    special(backup, groups, { status: 6 }),
    special(77, 42, {}),
    special(restore, exchange, { counts: null, failures: null }),
    { ...special(restore, teams, { status: inProgress }), neverEnds: true },
  ],
  outcomes: { succeeded: finished, partial: finishedWithException, failed },
  sharedPrefix: 'FB',
  idLeadMs: (random) => between(random, 0, 9999),
  startsWithId: false,
  idDigits: (prefix) => (prefix === 'RS' ? 18 : 20),

  dress(job, random, multiGeo) {
    const location = multiGeo ? pick(random, locations) : null;
    const total = between(random, 1, 4000);
    const badly = job.status === failed || job.status === finishedWithException || job.status === partiallyFinished;
    const failures = badly ? [pick(random, errors), ...(random() < 0.3 ? [pick(random, errors)] : [])] : [];
    const successful = job.status === failed ? 0 : total - (badly ? between(random, 1, total) : 0);
    return { ...job, counts: { total, successful, failed: total - successful, skipped: 0 }, location, failures };
  },
};
