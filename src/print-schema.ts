import { printSubgraphSchema } from '@apollo/subgraph';

import { connectionFields } from './assemble.js';
import { createSchema } from './schema.js';

console.log(printSubgraphSchema(createSchema({ connectionFields, isSubgraph: true })));
