import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Loaded into a server before its own modules: says to the parent process what is in use once all garbage is collected, and for how long
 * the event loop did not come round. A stretch counts
 * for no more than the processor time that was spent in it, so that a machine with other work makes none longer.
 */
const EVERY_MS = 5;

let longest = 0;
let before = performance.now();
let used = process.cpuUsage();

setInterval(() => {
  const now = performance.now();
  const { user, system } = process.cpuUsage(used);
  longest = Math.max(longest, Math.min(now - before - EVERY_MS, (user + system) / 1000));
  before = now;
  used = process.cpuUsage();
}, EVERY_MS).unref();

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.on('message', (question) => {
  if (question === 'heap?') process.send?.(heapBytes());
  else {
    process.send?.(longest);
    longest = 0;
  }
});

/** With what typed arrays hold. */
function heapBytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
process.channel?.unref();
