import { benchPage } from './page.js';
import { benchWalk } from './walk.js';

await benchPage();
await benchWalk();
