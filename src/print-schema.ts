import { printSubgraphSchema } from '@apollo/subgraph';

import { listFields } from './assemble.js';
import { createSchema } from './schema.js';

console.log(printSubgraphSchema(createSchema({ listFields, isSubgraph: true })));
