import { openSync, readSync } from 'node:fs';
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/*
 * Loaded into the process of a server, with `--import`: tells whoever asks at `?socket=` how long its event loop was held at most since
 * it was last asked, by the clock, and by the time that its thread had a processor, which no neighbour adds to.
 */
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

// Kept open, since it is read every millisecond: to open it each time would take 2 % of a busy processor.
const statistics = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
const text = Buffer.alloc(64);

let before = processorMs();
let most = 0;
setInterval(() => {
  const now = processorMs();
  most = Math.max(most, now - before);
  before = now;
}, 1).unref();

createServer((_request, response) => {
  response.end(JSON.stringify({ clockMs: delay.max / 1e6, processorMs: most }));
  delay.reset();
  most = 0;
})
  .listen(new URL(import.meta.url).searchParams.get('socket') ?? '')
  .unref();

function processorMs(): number {
  return Number.parseInt(text.toString('latin1', 0, readSync(statistics, text, 0, text.length, 0))) / 1e6;
}
