/** Takes a body as it arrives; false once it is no page of jobs that anybody asked for. */
export type ElementCounter = (chunk: Buffer) => boolean;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
/** Pages nest six levels; what nests a million exhausts the stack of whoever reads it. */
const MAX_DEPTH = 64;

/** Counts commas by depth, outside texts: an array or object of `most` elements has one less. */
export function createElementCounter(most: number): ElementCounter {
  const commas: number[] = [0];
  let isText = false;
  let isEscaped = false;

  function count(byte: number): boolean {
    if (OPENING.has(byte)) return commas.push(0) <= MAX_DEPTH;
    if (CLOSING.has(byte)) commas.pop();
    if (byte !== COMMA) return true;
    const seen = (commas.pop() ?? 0) + 1;
    commas.push(seen);
    return seen < most;
  }

  return (chunk) => {
    for (const byte of chunk) {
      if (isEscaped) isEscaped = false;
      else if (isText && byte === BACKSLASH) isEscaped = true;
      else if (byte === QUOTE) isText = !isText;
      else if (!isText && !count(byte)) return false;
    }
    return true;
  };
}
