import { nameQuotations } from './quotations.js';

/** More is not looked at: what is wrong is said at the beginning. */
const LOOKED_AT = 2000;

/** Code points. */
const SHOWN = 300;

interface Thing {
  readonly pattern: RegExp;
  name(found: string): string;
}

const HEXTET = '[\\da-f]{1,4}';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
const IPV6 = `(?:${HEXTET}:){7}${HEXTET}|(?:${HEXTET}(?::${HEXTET}){0,6})?::(?:(?:${HEXTET}:){0,6}(?:${IPV4}|${HEXTET}))?`;
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]m)?';
const DATE = `\\d{4}-\\d{2}-\\d{2}(?:[T ]${TIME}(?:Z| ?[+-]\\d{2}:?\\d{2})?)?|(?:\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})(?:,? ${TIME})?`;

/** A path ends at a blank, at a colon, and at what may close a quotation or bracket that it stands in. */
const NO_PATH = '\\s:"\'`“”„‘’‚«»()\\[\\]{}<>|';
const DRIVE = `(?<![\\p{L}\\p{N}])[a-z]:[\\\\/][^${NO_PATH}]*`;
const UNC = `(?<![\\p{L}\\p{N}\\\\])\\\\\\\\[^\\\\${NO_PATH}]+\\\\[^${NO_PATH}]*`;
const SLASHED = `(?<=^|\\s)/[^/${NO_PATH}]+/[^/${NO_PATH}][^${NO_PATH}]*`;

/** What is another each time, in the order in which it is looked for. All patterns are linear: they begin where nothing of theirs precedes, and repeat without a choice. */
const BEFORE_QUOTATIONS: readonly Thing[] = [
  // Keys of OData, as in `users('ann')`, are a part; no other quotation is.
  thing("(?<![\\p{L}\\p{N}+.-])[a-z][a-z\\d+.-]{1,19}://(?:\\('[^'\\s]*'\\)|[^\\s\"'`“”„‘’‚«»<>‹›])+", (url) => `‹url›${url.slice(lengthWithoutEnd(url))}`),
  thing('(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,9}', () => '‹email›'),
  thing(alone('[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}'), () => '‹id›'),
  thing(alone('[a-z]{1,8}\\d{14,24}'), () => '‹job›'),
  thing(alone(DATE), () => '‹time›'),
  // `Ad::Bad` would be one, but for the digit.
  thing(`(?<![\\p{L}\\p{N}:.])(?:${IPV6})(?![\\p{L}\\p{N}]|:[\\da-f])`, (found) => (/\d/.test(found) ? '‹address›' : found)),
  thing(`(?<![\\p{L}\\p{N}.])${IPV4}(?![\\p{L}\\p{N}]|\\.\\d)`, () => '‹address›'),
  thing(`${DRIVE}|${UNC}|${SLASHED}`, () => '‹path›'),
];

const AFTER_QUOTATIONS: readonly Thing[] = [
  thing(alone('[\\da-f]{8,}'), (run) => (/\d/.test(run) && /[a-f]/i.test(run) ? '‹id›' : run)),
  // What HRESULTs and the like say is why.
  thing('0x[\\p{L}\\p{N}]*|\\d+', (run) => (/^\d+$/.test(run) ? '‹number›' : run)),
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
  return `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`;
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
