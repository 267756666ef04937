/** A signal that aborts as another one does, or when the time is up. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether the time was up. */
  readonly isOver: boolean;
  /** Nobody waits any more. */
  end(): void;
}

/** `AbortSignal.any` and `AbortSignal.timeout` would do as much for some 20 us instead of less than one, since nobody ends them. */
export function startDeadline(ms: number, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  const leave = (): void => controller.abort(outer.reason);
  const timer = setTimeout(() => {
    deadline.isOver = true;
    controller.abort();
  }, ms).unref();
  if (outer.aborted) leave();
  else outer.addEventListener('abort', leave, { once: true });
  const deadline = {
    signal: controller.signal,
    isOver: false,
    end() {
      clearTimeout(timer);
      outer.removeEventListener('abort', leave);
    },
  };
  return deadline;
}
