import DataLoader from 'dataloader';

import { SourceError } from '../errors.js';
import type { JobRow } from '../planning/match.js';
import type { ResolvedWindow } from '../planning/window.js';
import type { Source } from '../sources/source.js';

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

/** Null: there is no such job. */
export type Answer = JobRow | SourceError | null;

/** Looks up some ids of one source; each of `wanted` is one job in all its spellings. */
export type LookUp = (source: Source, window: ResolvedWindow, wanted: readonly (readonly string[])[]) => Promise<ReadonlyMap<string, Answer>>;

interface Batch {
  readonly source: Source;
  readonly window: ResolvedWindow;
  readonly wanted: (readonly string[])[];
}

/** Ids that are asked for together are looked up together, source by source. */
export function createLookupLoader(lookUp: LookUp): LookupLoader {
  return new DataLoader<Lookup, JobRow | null, string>(
    async (lookups) => {
      const batches = new Map<string, Batch>();
      for (const lookup of lookups) {
        const key = batchKey(lookup);
        const batch = batches.get(key) ?? { ...lookup, wanted: [] };
        batches.set(key, batch);
        batch.wanted.push(lookup.spellings);
      }
      const answers = new Map(await Promise.all([...batches].map(async ([key, batch]) => [key, await lookUp(batch.source, batch.window, batch.wanted)] as const)));
      return lookups.map((lookup) => {
        const answer = answerOf(lookup.spellings, answers.get(batchKey(lookup)) ?? new Map<string, Answer>());
        return answer instanceof SourceError ? new SourceError(answer.code, answer.message, { ...answer, sourceId: lookup.source.id }) : answer;
      });
    },
    { cacheKeyFn: (lookup) => JSON.stringify([batchKey(lookup), lookup.spellings]) },
  );
}

/** A job before a failure, and a failure before null. */
export function answerOf(spellings: readonly string[], answers: ReadonlyMap<string, Answer>): Answer {
  const given = spellings.map((id) => answers.get(id) ?? null);
  return given.find(isRow) ?? given.find((answer) => answer !== null) ?? null;
}

export function isRow(answer: Answer): answer is JobRow {
  return answer !== null && !(answer instanceof SourceError);
}

function batchKey({ source, window }: Lookup): string {
  return JSON.stringify([source.id, window]);
}
