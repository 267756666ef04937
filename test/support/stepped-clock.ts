/** What happens to a process's clocks at every SIGWINCH, milliseconds. */
export interface Step {
  /** The wall clock, as when it is set. */
  readonly wall?: number;
  /** The monotonic clock, as when that much time had passed. */
  readonly monotonic?: number;
}

/** Settings for a process whose clocks are stepped by signal: its own code is what runs, loaded after this. */
export function steppedClock({ wall = 0, monotonic = 0 }: Step): { readonly NODE_OPTIONS: string } {
  const preload = `
    const RealDate = Date;
    let [wall, monotonic] = [0, 0];
    globalThis.Date = class extends RealDate {
      constructor(...given) { super(...(given.length > 0 ? given : [RealDate.now() + wall])); }
      static now() { return RealDate.now() + wall; }
    };
    const realNow = performance.now.bind(performance);
    Object.defineProperty(performance, 'now', { value: () => realNow() + monotonic });
    process.on('SIGWINCH', () => { wall += ${wall}; monotonic += ${monotonic}; });
  `;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preload)}` };
}
