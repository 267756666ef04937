import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** Where the package lies, for sources and for compiled output alike. */
export const packageRoot = dirname(createRequire(import.meta.url).resolve('#package/package.json'));
