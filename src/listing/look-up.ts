import { answerOf, isRow, type Answer, type LookUp } from '../loaders/lookups.js';
import type { PageMemory } from '../loaders/page-memory.js';
import type { PageLoader } from '../loaders/pages.js';
import { steps } from './lookup-steps.js';

/** What is in memory costs no call; for the rest one step after the other is tried. */
export function createLookUp(memory: PageMemory, pages: PageLoader): LookUp {
  return async (source, window, wanted) => {
    const answers = new Map<string, Answer>();
    for (const id of new Set(wanted.flat())) {
      const row = memory.find(source.id, id);
      if (row !== null) answers.set(id, row);
    }
    for (const step of steps) {
      const open = wanted.filter((spellings) => !isRow(answerOf(spellings, answers)));
      const missing = [...new Set(open.flat())].filter((id) => !answers.has(id));
      if (missing.length === 0) break;
      for (const [id, answer] of await step({ source, window, ids: missing, pages })) answers.set(id, answer);
    }
    return answers;
  };
}
