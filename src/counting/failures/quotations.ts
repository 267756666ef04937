import { UNSPACED } from './unspaced.js';

/** What closes each mark that opens. `‹ ›` are none: they stand around names. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '“': '”', '‘': '’', '„': '“”', '‚': '‘’', '«': '»', '「': '」', '『': '』' };

/** Marks that cannot be taken for apostrophes, and so open and close anywhere. */
const CORNERS = '「」『』';

const LETTER_OF_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');

/** A blank, a bracket, a letter that needs no blank, or no character at all: an end of the text. */
function isBoundary(character: string): boolean {
  return ' ()[]{}<>'.includes(character) || LETTER_OF_UNSPACED.test(character);
}

function opensAt(text: string, at: number): boolean {
  return CORNERS.includes(text.charAt(at)) || isBoundary(text.charAt(at - 1));
}

function closesAt(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return CORNERS.includes(text.charAt(at)) || isBoundary(next) || '.,;:!?'.includes(next);
}

/** Puts ‹name› where text stands in matching marks. They open after a blank or bracket, and close before one or before a sentence's mark; apostrophes do not. */
export function nameQuotations(text: string): string {
  const parts: string[] = [];
  /** Marks that nothing closes any more. Each is looked for in vain once, however often it opens. */
  const unclosed = new Set<string>();
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (!(mark in CLOSING) || unclosed.has(mark) || !opensAt(text, at)) continue;
    const end = closingOf(text, at + 2, CLOSING[mark] ?? '');
    if (end === -1) unclosed.add(mark);
    else {
      parts.push(text.slice(done, at), '‹name›');
      done = end + 1;
      at = end;
    }
  }
  return parts.join('') + text.slice(done);
}

/** Where a quotation of one character or more ends. */
function closingOf(text: string, from: number, marks: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (marks.includes(text.charAt(at)) && closesAt(text, at)) return at;
  }
  return -1;
}
