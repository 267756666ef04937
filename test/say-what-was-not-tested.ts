import { hasStore } from './support/store.js';

/** After the last test. */
export function teardown(): void {
  if (hasStore) return;
  process.stderr.write(`
  ATTENTION: WHAT REPLICAS SHARE WAS NOT TESTED, since there is no store. Install Redis 6.2 or later, or Valkey, with
  \`redis-server\` or \`valkey-server\` on the PATH, or set SHARED_MEMORY_URL to one, and run the tests again.

`);
}
