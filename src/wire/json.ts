import { parse } from 'lossless-json';

/** So many digits in a row can be more than a double holds. */
const LONG = 16;
/** What stands before a number; long texts of digits, such as job ids, have quotes or letters there. */
const BEFORE_NUMBER = /[-:,[\s]/;
const ZERO = 0x30;
const NINE = 0x39;

/** Parses JSON, behind a byte order mark too; integers beyond 2^53-1 become strings of their digits. Throws for anything that is not JSON. */
export function parseJson(marked: string): unknown {
  const text = marked.replace(/^\uFEFF/, '');
  if (!mayHaveLongNumber(text)) return JSON.parse(text);
  return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
}

/** Looks at every sixteenth character: a number that is as long has one of them. */
function mayHaveLongNumber(text: string): boolean {
  for (let at = LONG - 1; at < text.length; at += LONG) {
    if (!isDigitAt(text, at)) continue;
    let [from, to] = [at, at + 1];
    while (isDigitAt(text, from - 1)) from -= 1;
    while (isDigitAt(text, to)) to += 1;
    if (to - from >= LONG && (from === 0 || BEFORE_NUMBER.test(text.charAt(from - 1)))) return true;
    at = to;
  }
  return false;
}

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE;
}

function parseNumber(digits: string): unknown {
  const number = Number(digits);
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return isExact ? number : digits;
}
