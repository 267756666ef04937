import { formatResult } from '@graphiql/toolkit';
import type { Answer } from './ask';

export type AnswerFacts = Omit<Answer, 'result'>;

/** What is known of the answers that tabs show, beside their texts: GraphiQL keeps these, and no more. */
export interface Answers {
  note(answer: Answer): void;
  factsOf(text: string): AnswerFacts | null;
}

/** More than anyone has tabs. */
const KEPT = 30;

export function createAnswers(): Answers {
  const facts = new Map<string, AnswerFacts>();
  return {
    note({ result, ...rest }) {
      const text = formatResult(result);
      facts.delete(text);
      facts.set(text, rest);
      const [oldest] = facts.keys();
      if (facts.size > KEPT && oldest !== undefined) facts.delete(oldest);
    },
    factsOf: (text) => facts.get(text) ?? null,
  };
}
