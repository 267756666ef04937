/** Deals calls out a page a stream in turn, so that no stream starves another. */
export interface Shares {
  open(): Share;
}

/** Of one stream. */
export interface Share {
  /** Resolves when it may read one page more: there is enough left for all others to come as far, or none has come less far. */
  next(): Promise<void>;
  /** Leaves the rest to the others. */
  close(): void;
}

interface Dealt {
  pages: number;
  /** Goes on; null where nobody waits. */
  wake: (() => void) | null;
}

/** `left`: how many calls there are. */
export function createShares(left: () => number): Shares {
  const open = new Set<Dealt>();

  function mayRead({ pages }: Dealt): boolean {
    let [owed, isLeast] = [0, true];
    for (const other of open) {
      owed += Math.max(0, pages + 1 - other.pages);
      isLeast &&= pages <= other.pages;
    }
    return isLeast || owed <= left();
  }

  function wakeAll(): void {
    for (const share of open) if (share.wake !== null && mayRead(share)) grant(share);
  }

  function grant(share: Dealt): void {
    const { wake } = share;
    share.pages += 1;
    share.wake = null;
    wake?.();
  }

  return {
    open() {
      const share: Dealt = { pages: 0, wake: null };
      open.add(share);
      return {
        next: () =>
          new Promise((resolve) => {
            share.wake = resolve;
            wakeAll();
          }),
        close() {
          open.delete(share);
          wakeAll();
        },
      };
    },
  };
}
