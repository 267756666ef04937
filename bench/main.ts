import { benchAttacks } from './attacks.js';
import { benchCompression } from './compression.js';
import { benchCounts } from './counts.js';
import { benchLimits } from './limits.js';
import { benchLookups } from './lookups.js';
import { benchMetrics } from './metrics.js';
import { benchOutage } from './outage.js';
import { benchPage } from './page.js';
import { benchReplicas } from './replicas.js';
import { benchStart } from './start.js';
import { benchStops } from './stops.js';
import { benchTenants } from './tenants.js';
import { benchWalk } from './walk.js';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  attacks: benchAttacks,
  compression: benchCompression,
  page: benchPage,
  walk: benchWalk,
  start: benchStart,
  outage: benchOutage,
  limits: benchLimits,
  stops: benchStops,
  tenants: benchTenants,
  lookups: benchLookups,
  metrics: benchMetrics,
  counts: benchCounts,
  replicas: benchReplicas,
};

/** All of them, or those that are named: `npm run bench -- attacks`. */
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`There is no bench ${name}: take ${Object.keys(benches).join(', ')}.`);
  await bench();
}
