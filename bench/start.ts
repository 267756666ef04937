import { startOwn, startUpstream } from './canned.js';
import { withCoresApart } from './cores.js';
import { median } from './medians.js';
import { printTargets } from './targets.js';

const STARTS = 7;

/** From the start of the process until it is ready, on one core; the first start warms the disk up. */
export function benchStart(): Promise<void> {
  return withCoresApart(measure);
}

async function measure(isApart: boolean): Promise<void> {
  const upstream = await startUpstream({ delayMs: 0, jobsPerProduct: 1000 });
  const milliseconds: number[] = [];
  const ofCpu: number[] = [];
  for (let start = 0; start <= STARTS; start += 1) {
    const startedAt = performance.now();
    const server = await startOwn(upstream, { isApart });
    const took = performance.now() - startedAt;
    if (start > 0) {
      milliseconds.push(took);
      ofCpu.push(server.cpuMicroseconds() / 1000);
    }
    await server.stop();
  }
  await upstream.stop();
  console.log(`\n${STARTS} starts, milliseconds until ready${isApart ? ', on one core' : ''}`);
  console.table({ 'until ready': rowOf(milliseconds), 'of it CPU': rowOf(ofCpu) });
  printTargets([{ what: 'start to ready, ms', measured: median(milliseconds), atMost: 1000 }]);
}

function rowOf(milliseconds: readonly number[]): Readonly<Record<string, number>> {
  return { least: Math.round(Math.min(...milliseconds)), median: Math.round(median(milliseconds)), most: Math.round(Math.max(...milliseconds)) };
}
