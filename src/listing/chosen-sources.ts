import { NoSourceError } from '../errors.js';
import type { Source } from '../sources/source.js';
import { hasLabels, type WantedLabel } from '../sources/tenant.js';

/** Lists of words that sources are chosen by. Without a list all are meant; an empty one means none, and says so itself. */
export type Choice = { readonly [List in keyof typeof WORD_OF]?: readonly string[] | null | undefined } & { readonly tenantLabels?: readonly WantedLabel[] | null | undefined };

export interface ChosenSources {
  readonly sources: readonly Source[];
  /** Why nobody is asked, where the caller did not ask for nobody. */
  readonly error: NoSourceError | null;
}

const WORD_OF = {
  sourceIds: ({ id }: Source): string => id,
  tenants: ({ node }: Source): string => node.tenant,
  products: ({ node }: Source): string => node.product,
};

/** Of all that a message repeats. */
const MAX_WORDS_LENGTH = 200;

/** What is not configured and what the caller may not read are told in the same words: whoever asks learns of neither. */
export function chooseSources(sources: readonly Source[], choice: Choice): ChosenSources {
  const lists = (Object.keys(WORD_OF) as (keyof typeof WORD_OF)[]).flatMap((name) => {
    const words = choice[name] ?? null;
    return words === null ? [] : [{ name, words, wordOf: WORD_OF[name] }];
  });
  const labels = choice.tenantLabels ?? null;
  const chosen = sources.filter((source) => lists.every(({ words, wordOf }) => words.includes(wordOf(source))) && (labels === null || hasLabels(source.tenant, labels)));
  if (chosen.length > 0 || [...lists.map(({ words }) => words), ...(labels === null ? [] : [labels])].some((words) => words.length === 0)) return { sources: chosen, error: null };
  const unmatched = lists.flatMap(({ name, words, wordOf }) => words.filter((word) => !sources.some((source) => wordOf(source) === word)).map((word) => `${name}: ${word}`));
  const reason = reasonOf(sources, [...unmatched, ...unmatchedLabels(sources, labels ?? [])], labels !== null);
  return { sources: chosen, error: new NoSourceError(`Nobody was asked. ${reason} \`jobSources\` lists the sources that you may read.`) };
}

function unmatchedLabels(sources: readonly Source[], labels: readonly WantedLabel[]): string[] {
  return labels.filter((label) => !sources.some(({ tenant }) => hasLabels(tenant, [label]))).map(({ name, value }) => `tenantLabels: ${name}${(value ?? null) === null ? '' : `=${value}`}`);
}

function reasonOf(sources: readonly Source[], unmatched: readonly string[], byLabels: boolean): string {
  if (unmatched.length > 0) return `No source that you may read matches ${cut([...new Set(unmatched)].join(', '))}. Check the spelling, and your rights.`;
  if (sources.length > 0) return `No single source matches all of \`sourceIds\`, \`tenants\`${byLabels ? ', `tenantLabels`' : ''} and \`products\` together.`;
  return 'No source that is configured here is one that you may read. Check your rights, and the products that this server is set up for.';
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= MAX_WORDS_LENGTH ? text : `${letters.slice(0, MAX_WORDS_LENGTH).join('')}…`;
}
