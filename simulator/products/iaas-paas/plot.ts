import { between, pick } from '../../random.js';
import type { Plot, Role } from '../../story.js';
import { publishedTypes, serviceOf } from './codes.js';

const [notStarted, successful, skipped, exception, failed, stopped] = [0, 2, 4, 8, 16, 64];

const entraExternalId = 27000;

const role = (prefix: string, type: number, minutes: number): Role => ({
  prefix,
  minutes,
  fields: { type, service: serviceOf(type) },
});
const special = (type: number, fields: Role['fields']): Role => ({
  prefix: 'IB',
  minutes: 12,
  fields: { type, service: serviceOf(type), ...fields },
});

const nothing = { total: 0, successful: 0, failed: 0, skipped: 0 };
const reasons = [
  'The snapshot could not be created: the resource is locked.',
  'Access to the storage account was denied.',
  'The operation timed out after 3 attempts.',
];

export const plot: Plot = {
  nightly: [
    role('FB', 1, 180),
    role('IB', 128, 40),
    role('IB', 1024, 120),
    role('IB', 20009, 90),
    role('IB', 20012, 15),
    { ...role('IB', 20016, 75), failsSinceYesterday: true },
    role('IB', 20014, 55),
    role('IB', 20022, 85),
    role('IB', 60000, 65),
    role('IB', 60010, 150),
    role('IB', 90110, 100),
    role('IB', 20003, 5),
  ],
  daytime: [
    role('RT', 64, 30),
    role('RT', 64, 45),
    role('GI', 33, 20),
    role('RS', 2, 50),
    role('RS', 20018, 6),
    role('EX', 4, 14),
    role('RS', 256, 5),
    role('RS', 2048, 35),
    role('EX', 257, 8),
    role('FB', 1, 300),
    role('DL', 30003, 3),
  ],
  rarities: [
    ...publishedTypes.filter((type) => serviceOf(type) !== entraExternalId).map((type) => role('IB', type, 25)),
    // Never backed up: the one attempt was stopped, and there is nothing to restore or export.
    special(90000, { status: stopped }),
    special(90001, { status: failed, comments: 'There is no backup to restore from.' }),
    special(90002, { status: failed, comments: 'There is no backup to export from.' }),
    special(1024, { status: skipped }),
    special(128, { status: exception }),
    // Services that no type stands for.
    ...[8, 16, 64, 128].map((service) => special(512, { service })),
    // A type, a service and a status that nobody knows.
    special(99_999, { service: 31_000 }),
    special(1, { status: 128 }),
    special(1, { status: notStarted, startedAt: null, finishedAt: null, counts: nothing, comments: null }),
    special(1024, { counts: null, comments: null }),
    // Successful, with nothing but failures.
    special(128, { status: successful, counts: { total: 3, successful: 0, failed: 7, skipped: 0 } }),
  ],
  outcomes: { succeeded: successful, partial: exception, failed },
  sharedPrefix: 'FB',
  idLeadMs: (random) => between(random, 0, 9999),
  startsWithId: false,
  idDigits: () => 17,

  dress(job, random) {
    const total = between(random, 1, 120);
    const none = job.status === failed || job.status === skipped || job.status === stopped;
    const successes = none ? 0 : total - (job.status === exception ? between(random, 1, total) : 0);
    const wasSkipped = job.status === skipped ? total : 0;
    const counts = { total, successful: successes, failed: total - successes - wasSkipped, skipped: wasSkipped };
    const comments = job.status === failed || job.status === exception ? pick(random, reasons) : '';
    return { ...job, counts, comments };
  },
};
