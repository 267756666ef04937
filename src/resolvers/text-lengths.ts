import { BadUserInputError } from '../errors.js';
import { readGlobalId } from '../wire/global-id.js';

/** Of an id or another text of a caller: keys of the page memory, paths and searches are made of them. */
const MAX_CHARACTERS = 512;

/** Checks every text of a field's arguments, however deep it stands; cursors have a length of their own. */
export function checkTexts(args: Readonly<Record<string, unknown>>): void {
  for (const [argument, value] of Object.entries(args)) if (argument !== 'after') check(value, argument, argument);
}

function check(value: unknown, argument: string, place: string): void {
  if (typeof value === 'string') checkText(value, argument, place);
  else if (Array.isArray(value)) for (const item of value) check(item, argument, place);
  else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) check(item, argument, `${place}.${name}`);
}

/** Of a global id the job id in it counts: what is around it is ours. */
export function checkText(text: string, argument: string, place = argument): void {
  if (text.length <= MAX_CHARACTERS || (readGlobalId(text)?.jobId.length ?? Infinity) <= MAX_CHARACTERS) return;
  throw new BadUserInputError(argument, `\`${place}\` takes at most ${MAX_CHARACTERS} characters.`);
}
