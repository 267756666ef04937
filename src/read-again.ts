import type { FastifyBaseLogger } from 'fastify';

import type { Config } from './config.js';
import { ConfigError } from './errors.js';

/** Reads the file of tenants again, for operations that begin later. One with a fault changes nothing. */
export function readAgain({ hasTenantsFile }: Pick<Config, 'hasTenantsFile'>, read: () => Config, change: ((next: Config) => readonly string[]) | null, logger: FastifyBaseLogger): void {
  if (!hasTenantsFile) return logger.info('SIGHUP does nothing: no AVEPOINT_TENANTS_FILE is set that could be read again');
  if (change === null) return logger.info('SIGHUP does nothing before the server is ready');
  try {
    logger.info({ sources: change(read()) }, 'the tenants were read again');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    logger.error({ faults: error.faults }, 'SIGHUP changes nothing: the configuration has faults');
  }
}
