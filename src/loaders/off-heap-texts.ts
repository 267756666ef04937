/** Texts outside of the heap. */
export interface OffHeapTexts {
  /** The text as long as it is there; null once later ones have taken its place. */
  keep(text: string): () => string | null;
}

/**
 * One piece of memory that is written round and round. On the heap, each text was copied twice before it came to lie among what lives long,
 * and the collector went over all of that again as soon as some hundred had gone.
 */
export function createOffHeapTexts(bytes: number): OffHeapTexts {
  let memory: Buffer | null = null;
  /** All that was ever written, with the ends of rounds that were too short for a text. */
  let written = 0;
  return {
    keep(text) {
      const length = Buffer.byteLength(text);
      if (length > bytes) return () => null;
      memory ??= Buffer.allocUnsafeSlow(bytes);
      const left = bytes - (written % bytes);
      const from = left < length ? written + left : written;
      const start = from % bytes;
      memory.write(text, start);
      written = from + length;
      return () => (written - from > bytes ? null : (memory as Buffer).toString('utf8', start, start + length));
    },
  };
}
