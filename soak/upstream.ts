import { createRandom } from '../simulator/random.js';
import { drawDialects, together } from './dialects.js';
import { faultsAt } from './faults.js';
import { startSimulatedUpstream } from './simulated-upstream.js';
import type { UpstreamQuestion } from './upstream-process.js';

/** The simulator, for a soak that runs in another process; ends when that one lets go. */
const [seed = 1, jobs = 2000, rate = 0] = process.argv.slice(2).map(Number);
const upstream = await startSimulatedUpstream(seed, jobs, together(drawDialects(createRandom(seed)), faultsAt(rate)));

process.on('message', (question: UpstreamQuestion) => {
  void answer(question).then((value) => process.send?.({ number: question.number, value }));
});
process.once('disconnect', () => void upstream.close());
process.send?.({ number: 0, value: { settings: upstream.settings, jobs: upstream.jobs } });

async function answer(question: UpstreamQuestion): Promise<unknown> {
  return 'add' in question ? upstream.add(...question.add) : upstream.tally();
}
