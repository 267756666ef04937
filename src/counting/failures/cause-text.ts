import { nameQuotations } from './quotations.js';
import { UNSPACED } from './unspaced.js';

/** More is not looked at: what is wrong is said at the beginning. */
const LOOKED_AT = 2000;

/** Code points. */
const SHOWN = 300;

interface Thing {
  readonly pattern: RegExp;
  name(found: string): string;
}

/** What a word goes on with. */
const WORD = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;

const HEXTET = '[\\da-f]{1,4}';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
const IPV6 = `(?:${HEXTET}:){7}${HEXTET}|(?:${HEXTET}(?::${HEXTET}){0,6})?::(?:(?:${HEXTET}:){0,6}(?:${IPV4}|${HEXTET}))?`;
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]m)?';
const DATE = `\\d{4}-\\d{2}-\\d{2}(?:[T ]${TIME}(?:Z| ?[+-]\\d{2}:?\\d{2})?)?|(?:\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})(?:,? ${TIME})?`;

/** A path ends at a blank, at a colon, and at what may close a quotation or bracket that it stands in. */
const NO_PATH = '\\s:"\'`“”„‘’‚«»「」『』、。()\\[\\]{}<>|';
const PART = `[^\\\\/${NO_PATH}]`;
/** Where no blank ends it, its last part ends with an extension, or before letters that need none. */
const PARTS = `(?:${PART}*[\\\\/])*(?:${PART}+?\\.[a-z\\d]{1,5}(?!\\.?${WORD}))?(?:(?![${UNSPACED}])${PART})*`;
const DRIVE = `(?<!${WORD})[a-z]:[\\\\/]${PARTS}`;
const UNC = `(?<!${WORD}|\\\\)\\\\\\\\[^\\\\${NO_PATH}]+\\\\${PARTS}`;
const SLASHED = `(?<=^|\\s)/[^/${NO_PATH}]+/(?=[^/${NO_PATH}])${PARTS}`;

/** What is another each time, in the order in which it is looked for. All patterns are linear: they begin where nothing of theirs precedes, and repeat without a choice. */
const BEFORE_QUOTATIONS: readonly Thing[] = [
  // Keys of OData, as in `users('ann')`, are a part; no other quotation is.
  thing(`(?<!${WORD}|[+.-])[a-z][a-z\\d+.-]{1,19}://(?:\\('[^'\\s]*'\\)|[^\\s"'\`“”„‘’‚«»<>‹›${UNSPACED}])+`, (url) => `‹url›${url.slice(lengthWithoutEnd(url))}`),
  thing(`(?<!${WORD}|[._%+-])(?:${WORD}|[._%+-]){1,64}@(?:${WORD}|-){1,63}(?:\\.(?:${WORD}|-){1,63}){1,9}`, () => '‹email›'),
  thing(alone('[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}'), () => '‹id›'),
  thing(alone('[a-z]{1,8}\\d{14,24}'), () => '‹job›'),
  thing(alone(DATE), () => '‹time›'),
  // `Ad::Bad` would be one, but for the digit.
  thing(`(?<!${WORD}|[:.])(?:${IPV6})(?!${WORD}|:[\\da-f])`, (found) => (/\d/.test(found) ? '‹address›' : found)),
  thing(`(?<!${WORD}|\\.)${IPV4}(?!${WORD}|\\.\\d)`, () => '‹address›'),
  thing(`${DRIVE}|${UNC}|${SLASHED}`, () => '‹path›'),
];

const AFTER_QUOTATIONS: readonly Thing[] = [
  thing(alone('[\\da-f]{8,}'), (run) => (/\d/.test(run) && /[a-f]/i.test(run) ? '‹id›' : run)),
  // What HRESULTs and the like say is why.
  thing(`0x(?:${WORD})*|\\d+`, (run) => (/^\d+$/.test(run) ? '‹number›' : run)),
];

/** What stays of a message when names, numbers and times are taken out of it: the same for all jobs that fail of one cause. */
export function causeOf(message: string): string {
  let text = message.slice(0, LOOKED_AT).toWellFormed();
  // Where it is cut, what was open can be closed: a quotation ends at the end of a text too.
  for (let before = ''; before !== text; ) {
    before = text;
    text = cut(nameThings(text.replace(/\s+/gu, ' ').trim()));
  }
  return text;
}

function nameThings(text: string): string {
  return AFTER_QUOTATIONS.reduce(nameThing, nameQuotations(BEFORE_QUOTATIONS.reduce(nameThing, text)));
}

function nameThing(text: string, { pattern, name }: Thing): string {
  return text.replace(pattern, name);
}

function thing(pattern: string, name: (found: string) => string): Thing {
  return { pattern: new RegExp(pattern, 'giu'), name };
}

/** Neither begins nor ends inside of a word or number. */
function alone(pattern: string): string {
  return `(?<!${WORD})(?:${pattern})(?!${WORD})`;
}

/** A sentence's marks behind a URL are none of it. */
function lengthWithoutEnd(url: string): number {
  let { length } = url;
  while ('.,;:)'.includes(url.charAt(length - 1))) length -= 1;
  return length;
}

/** Names stay whole. */
function cut(text: string): string {
  const points = [...text];
  if (points.length <= SHOWN) return text;
  const shown = points.slice(0, SHOWN).join('');
  const open = /‹[a-z]*$/.exec(shown);
  return (open !== null && /^‹(?:url|email|id|job|time|address|path|name|number)›/.test(text.slice(open.index)) ? shown.slice(0, open.index) : shown).trimEnd();
}
