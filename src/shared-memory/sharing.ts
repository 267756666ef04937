import type { FastifyBaseLogger } from 'fastify';

import { createAnswers, type Answers } from './answers.js';
import { createQuotas, type Quotas } from './quotas.js';
import { createStore, type Store, type StoreSettings } from './store.js';
import { createVault, type Vault } from './vault.js';

/** What is needed to share anything with other replicas. */
export interface Sharing {
  readonly store: Store;
  readonly vault: Vault;
  readonly quotas: Quotas;
  /** `ttlMs`: how old they may become. */
  createAnswers(ttlMs: number): Answers;
  /** How often the store came or went. */
  changes(): number;
}

/** `key`: one that all replicas have. */
export async function createSharing(settings: StoreSettings, key: Buffer, logger: FastifyBaseLogger): Promise<Sharing> {
  const vault = createVault(key);
  let changes = 0;
  const store = await createStore(settings, vault.nameOf('probe', []), (isUp) => {
    changes += 1;
    if (isUp) logger.info('The shared memory answers.');
    else logger.warn('The shared memory does not answer in time: until it does, this replica remembers for itself.');
  });
  if (!store.isUp()) logger.warn('The shared memory does not answer: until it does, this replica remembers for itself. Check SHARED_MEMORY_URL.');
  return { store, vault, quotas: createQuotas(store, vault), createAnswers: (ttlMs) => createAnswers({ store, vault }, ttlMs), changes: () => changes };
}
