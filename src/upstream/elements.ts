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

  return (text) => {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (code === BACKSLASH) isEscaped = true;
        else if (code === QUOTE) isText = false;
      } else if (code === QUOTE) isText = true;
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
