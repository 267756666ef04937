import DataLoader from 'dataloader';

import { SourceError } from '../errors.js';
import type { JobRow } from '../planning/match.js';
import type { ResolvedWindow } from '../planning/window.js';
import { globalIdOf } from '../wire/global-id.js';
import { steps, type Answer } from './lookup-steps.js';
import type { PageMemory } from './page-memory.js';
import type { PageLoader } from './pages.js';
import type { Source } from './source.js';

export interface Lookup {
  readonly source: Source;
  readonly jobId: string;
  /** What is scanned at last, where nothing but scanning is left. */
  readonly window: ResolvedWindow;
}

/** Jobs by their ids. Null for one that was not found; throws a `SourceError` where that cannot be known. */
export interface LookupLoader {
  load(lookup: Lookup): Promise<JobRow | null>;
}

interface Batch {
  readonly source: Source;
  readonly window: ResolvedWindow;
  readonly ids: string[];
}

/** Ids that are asked for together are looked up together, source by source; what is in memory costs no call. */
export function createLookupLoader(memory: PageMemory, pages: PageLoader): LookupLoader {
  async function lookUp({ source, window, ids }: Batch): Promise<ReadonlyMap<string, Answer>> {
    const answers = new Map<string, Answer>();
    for (const id of ids) {
      const row = memory.find(globalIdOf(source.id, id));
      if (row !== null) answers.set(id, row);
    }
    for (const step of steps) {
      const missing = ids.filter((id) => !answers.has(id));
      if (missing.length === 0) break;
      for (const [id, answer] of await step({ source, window, ids: missing, pages })) answers.set(id, answer);
    }
    return answers;
  }

  return new DataLoader<Lookup, JobRow | null, string>(
    async (lookups) => {
      const batches = new Map<string, Batch>();
      for (const lookup of lookups) {
        const key = batchKey(lookup);
        const batch = batches.get(key) ?? { ...lookup, ids: [] };
        batches.set(key, batch);
        batch.ids.push(lookup.jobId);
      }
      const answers = new Map(await Promise.all([...batches].map(async ([key, batch]) => [key, await lookUp(batch)] as const)));
      return lookups.map((lookup) => {
        const answer = answers.get(batchKey(lookup))?.get(lookup.jobId) ?? null;
        return answer instanceof SourceError ? new SourceError(answer.code, answer.message, { ...answer, sourceId: lookup.source.id }) : answer;
      });
    },
    { cacheKeyFn: (lookup) => JSON.stringify([batchKey(lookup), lookup.jobId]) },
  );
}

function batchKey({ source, window }: Lookup): string {
  return JSON.stringify([source.id, window]);
}
