import { benchAttacks } from './attacks.js';
import { benchPage } from './page.js';
import { benchWalk } from './walk.js';

const benches: Readonly<Record<string, () => Promise<void>>> = { attacks: benchAttacks, page: benchPage, walk: benchWalk };

/** All of them, or those that are named: `npm run bench -- attacks`. */
const named = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) if (named.length === 0 || named.includes(name)) await bench();
