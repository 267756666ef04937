import { parse } from 'lossless-json';

/** Sixteen digits or more in a row can be more than a double holds; long texts of digits, such as job ids, cannot. */
const LONG_NUMBER = /[:,[]\s*-?\d{16}/;

/** Parses JSON, behind a byte order mark too; integers beyond 2^53-1 become strings of their digits. Throws for anything that is not JSON. */
export function parseJson(marked: string): unknown {
  const text = marked.replace(/^\uFEFF/, '');
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
}

function parseNumber(digits: string): unknown {
  const number = Number(digits);
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return isExact ? number : digits;
}
