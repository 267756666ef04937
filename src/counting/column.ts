type Numbers = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** A number for each job, in as little room as its kind needs. */
export interface Column {
  get(index: number): number;
  /** At an index that there is, or the next one. */
  set(index: number, value: number): void;
}

const FIRST_ROOM = 64;

export function createColumn(create: (length: number) => Numbers): Column {
  let values = create(FIRST_ROOM);
  return {
    get: (index) => values[index] ?? 0,
    set(index, value) {
      if (index >= values.length) {
        const more = create(values.length * 2);
        more.set(values);
        values = more;
      }
      values[index] = value;
    },
  };
}

export const float64 = (length: number): Float64Array => new Float64Array(length);
export const int32 = (length: number): Int32Array => new Int32Array(length);
export const uint16 = (length: number): Uint16Array => new Uint16Array(length);
export const uint8 = (length: number): Uint8Array => new Uint8Array(length);
