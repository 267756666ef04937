/** Where lines of the log go. */
export interface LineOutput {
  write(line: string): void;
}

export interface StandardOutput extends LineOutput {
  /** Writes what was gathered; whether all has been taken so far. A pipe that nobody reads leaves that open. */
  flush(): Promise<boolean>;
}

/** Of lines that a slow reader has not taken yet. */
const MAX_WAITING_BYTES = 1024 * 1024;
/** So long after a write, lines are gathered for the next one: each is a call to the system. */
const GATHER_MS = 20;

/**
 * Standard output, which may be full, closed, or a pipe that nobody reads: lines that it does not take are dropped, and standard error
 * hears of it once. It is written to again and again, since a disk can be cleared. A pipe does not hold the process up: Node writes to it
 * without waiting.
 */
export function standardOutput(): StandardOutput {
  let hasTold = false;
  function tell(reason: string): void {
    if (hasTold) return;
    hasTold = true;
    process.stderr.write(`Standard output does not take the log (${reason}): lines are dropped. Check where it leads to: a full disk, or a reader that has ended.\n`);
  }

  let gathered = '';
  let isGathering = false;
  function handOver(): void {
    isGathering = gathered !== '';
    if (!isGathering) return;
    const lines = gathered;
    gathered = '';
    setTimeout(handOver, GATHER_MS).unref();
    if (process.stdout.writableLength > MAX_WAITING_BYTES) tell('nobody reads it');
    else process.stdout.write(lines);
  }

  process.once('exit', handOver);
  // Without a listener, an error would end the process.
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => tell(error.code ?? error.name));
  return {
    write(line) {
      gathered += line;
      if (!isGathering) handOver();
    },
    flush() {
      const lines = gathered;
      gathered = '';
      return new Promise((resolve) => process.stdout.write(lines, (error) => resolve(!hasTold && !error)));
    },
  };
}
