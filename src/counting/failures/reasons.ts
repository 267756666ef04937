import type { Job, JobFailure, JobFailureCauseKind } from '../../generated/types.js';
import type { Source } from '../../sources/source.js';
import { causeOf } from './cause-text.js';

/** Why a job failed, by its own word. */
export interface Reason {
  readonly kind: JobFailureCauseKind;
  /** The code, or the message without what differs from job to job. */
  readonly text: string;
  /** As it was reported; null for a code. */
  readonly message: string | null;
  readonly documentationUrl: string | null;
  /** Null where the job does not say. */
  readonly occurrences: number | null;
}

/** Messages of which the texts are remembered: jobs of one source repeat theirs. */
const REMEMBERED = 1000;

/** Gives one reason a cause, however often the job names it. */
export function createReasonReader({ failuresAreComments = false }: Source['endpoint']): (node: Pick<Job, 'failures'>) => readonly Reason[] {
  const texts = new Map<string, string>();

  function textOf(message: string): string {
    const text = texts.get(message) ?? causeOf(message);
    if (texts.size < REMEMBERED) texts.set(message, text);
    return text;
  }

  function read({ message, isErrorCode, documentationUrl, occurrences }: JobFailure): Reason {
    if (isErrorCode === true) return { kind: 'ERROR_CODE', text: message.trim(), message: null, documentationUrl, occurrences };
    return { kind: failuresAreComments ? 'COMMENT' : 'MESSAGE', text: textOf(message), message, documentationUrl, occurrences };
  }

  return ({ failures }) => {
    const reasons = new Map<string, Reason>();
    for (const reason of (failures ?? []).map(read)) {
      if (reason.text === '') continue;
      const key = keyOf(reason);
      const known = reasons.get(key);
      reasons.set(key, known === undefined ? reason : { ...known, documentationUrl: known.documentationUrl ?? reason.documentationUrl, occurrences: sumOf(known.occurrences, reason.occurrences) });
    }
    return [...reasons.values()];
  };
}

/** Tells causes apart. */
export function keyOf({ kind, text }: Pick<Reason, 'kind' | 'text'>): string {
  return `${kind} ${text}`;
}

/** Null where neither says. */
export function sumOf(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0);
}
