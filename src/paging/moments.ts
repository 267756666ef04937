/** When a page was read, as far as this process can tell. */
export interface Moments {
  /** On the monotonic clock, milliseconds: it was not asked for before the one, and not answered after the other. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** Tells more of pages that several processes share, whatever their clocks say. */
  readonly order?: Order | undefined;
}

/** A page in the order of all that are shared: a number that grows with each answer, and never begins anew. */
export interface Order {
  /** The latest answer that there was before it was asked for. */
  readonly asked: number;
  /** The number of its own answer, or of none before it; infinite until that is known. */
  answered: number;
}

/** Whether one may have been asked for before the other was answered. */
export function isAskedBefore(one: Moments, other: Moments): boolean {
  if (one.askedAt >= other.answeredAt) return false;
  return one.order === undefined || other.order === undefined || one.order.asked < other.order.answered;
}

/** Leaves out those that tell nothing more beside the new one. */
export function withMoments(all: readonly Moments[], added: Moments): readonly Moments[] {
  return [...all.filter((known) => known.answeredAt > added.answeredAt || answerOf(known) > answerOf(added)), added];
}

function answerOf({ order }: Moments): number {
  return order?.answered ?? Number.POSITIVE_INFINITY;
}
