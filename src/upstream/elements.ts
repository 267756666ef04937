/** Takes the text of a body as it arrives; false once it is no page of jobs that anybody asked for. */
export type ElementCounter = (text: string) => boolean;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** Pages nest six levels; what nests a million exhausts the stack of whoever reads it. */
const MAX_DEPTH = 64;

/** Counts commas outside texts: an array or object of `most` elements has one less. */
export function createElementCounter(most: number): ElementCounter {
  const commas: number[] = [];
  /** In the array or object that is open. */
  let seen = 0;
  let isText = false;
  let isEscaped = false;

  /** Behind the text that is open at `from`. */
  function skipText(piece: string, from: number): number {
    const end = endOfText(piece, from);
    isText = end === -1;
    isEscaped = isText && isOdd(backslashesBefore(piece, piece.length, from));
    return isText ? piece.length : end + 1;
  }

  return (piece) => {
    if (piece === '') return true;
    let index = isText ? skipText(piece, isEscaped ? 1 : 0) : 0;
    while (index < piece.length) {
      const code = piece.charCodeAt(index);
      index += 1;
      if (code === QUOTE) index = skipText(piece, index);
      else if (code === COMMA) {
        seen += 1;
        if (seen >= most) return false;
      } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
        if (commas.push(seen) > MAX_DEPTH) return false;
        seen = 0;
      } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) seen = commas.pop() ?? 0;
    }
    return true;
  };
}

/** The quote that no backslash takes away; -1 where it is not in this piece. Searched for by the engine, since most of a body is text. */
function endOfText(piece: string, from: number): number {
  let quote = piece.indexOf('"', from);
  while (quote !== -1 && isOdd(backslashesBefore(piece, quote, from))) quote = piece.indexOf('"', quote + 1);
  return quote;
}

function backslashesBefore(piece: string, end: number, from: number): number {
  let start = end;
  while (start > from && piece.charCodeAt(start - 1) === BACKSLASH) start -= 1;
  return end - start;
}

function isOdd(count: number): boolean {
  return count % 2 === 1;
}
