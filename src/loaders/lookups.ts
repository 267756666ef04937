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
  /** What the job id may be; the first that is found counts. */
  readonly spellings: readonly string[];
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
  readonly wanted: (readonly string[])[];
}

/** Ids that are asked for together are looked up together, source by source; what is in memory costs no call. */
export function createLookupLoader(memory: PageMemory, pages: PageLoader): LookupLoader {
  async function lookUp({ source, window, wanted }: Batch): Promise<ReadonlyMap<string, Answer>> {
    const answers = new Map<string, Answer>();
    for (const id of new Set(wanted.flat())) {
      const row = memory.find(globalIdOf(source.id, id));
      if (row !== null) answers.set(id, row);
    }
    for (const step of steps) {
      const open = wanted.filter((spellings) => !isRow(answerOf(spellings, answers)));
      const missing = [...new Set(open.flat())].filter((id) => !answers.has(id));
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
        const batch = batches.get(key) ?? { ...lookup, wanted: [] };
        batches.set(key, batch);
        batch.wanted.push(lookup.spellings);
      }
      const answers = new Map(await Promise.all([...batches].map(async ([key, batch]) => [key, await lookUp(batch)] as const)));
      return lookups.map((lookup) => {
        const answer = answerOf(lookup.spellings, answers.get(batchKey(lookup)) ?? new Map<string, Answer>());
        return answer instanceof SourceError ? new SourceError(answer.code, answer.message, { ...answer, sourceId: lookup.source.id }) : answer;
      });
    },
    { cacheKeyFn: (lookup) => JSON.stringify([batchKey(lookup), lookup.spellings]) },
  );
}

/** A job before a failure, and a failure before null. */
function answerOf(spellings: readonly string[], answers: ReadonlyMap<string, Answer>): Answer {
  const given = spellings.map((id) => answers.get(id) ?? null);
  return given.find(isRow) ?? given.find((answer) => answer !== null) ?? null;
}

function isRow(answer: Answer): answer is JobRow {
  return answer !== null && !(answer instanceof SourceError);
}

function batchKey({ source, window }: Lookup): string {
  return JSON.stringify([source.id, window]);
}
