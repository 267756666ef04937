import { benchPage } from './page.js';

await benchPage();
