/** Takes a body as it arrives; false once it is no page of jobs that anybody asked for. */
export type ElementCounter = (chunk: Uint8Array) => boolean;

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

  return (chunk) => {
    for (const byte of chunk) {
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
      } else if (byte === QUOTE) isText = true;
      else if (byte === COMMA) {
        seen += 1;
        if (seen >= most) return false;
      } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        if (commas.push(seen) > MAX_DEPTH) return false;
        seen = 0;
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) seen = commas.pop() ?? 0;
    }
    return true;
  };
}
