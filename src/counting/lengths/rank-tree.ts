/** Ranks of a known order, some of which have come: a Fenwick tree. */
export interface RankTree {
  /** Says that a rank has come, once. */
  add(rank: number): void;
  /** The rank that has so many before it among those that have come. */
  nth(index: number): number;
}

export function createRankTree(size: number): RankTree {
  const counts = new Uint32Array(size + 1);
  const countAt = (index: number): number => counts[index] ?? 0;
  const widest = 2 ** Math.floor(Math.log2(Math.max(size, 1)));
  return {
    add(rank) {
      for (let index = rank + 1; index <= size; index += index & -index) counts[index] = countAt(index) + 1;
    },
    nth(index) {
      let rank = 0;
      let left = index + 1;
      for (let step = widest; step >= 1; step /= 2) {
        if (rank + step > size || countAt(rank + step) >= left) continue;
        rank += step;
        left -= countAt(rank);
      }
      return rank;
    },
  };
}
