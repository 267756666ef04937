import type { DetailEndpoint } from '../product.js';
import { failInEnvelope, rowOf } from './cloud-backup-jobs.js';

const centre = 'PrimaryGeoLocation';

export const cloudBackupJob: DetailEndpoint = {
  kind: 'detail',
  method: 'GET',
  path: '/backup/m365/cloudbackupjobs/',

  // Without a location only the centre is looked at, where the list looks everywhere.
  shows: (job, parameters) => {
    const location = parameters('location');
    return location === null ? (job.location ?? centre) === centre : job.location === location;
  },

  // Here the sample spells the counts as the tables do, not as the sample of the list.
  row: (job, switches) => ({
    ...rowOf(job, switches),
    backupDetails: job.counts && {
      totalNumber: job.counts.total,
      failedNumber: job.counts.failed,
      successfulNumber: job.counts.successful,
      skippedNumber: job.counts.skipped,
    },
  }),

  envelope: (row, { requestId, timestamp, traceId }) => ({
    statusCode: 200,
    message: '',
    errors: null,
    data: row,
    requestId,
    timestamp,
    metadata: null,
    traceId,
  }),

  fail: failInEnvelope,
};
