/**
 * Loaded into a server before its own modules: says to the parent process for how long the event loop did not come round. A stretch counts
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

process.on('message', () => {
  process.send?.(longest);
  longest = 0;
});
process.channel?.unref();
