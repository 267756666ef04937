import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLDuration, GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';

import { resolveJobs } from './jobs.js';
import { resolveJobSources } from './sources.js';

/** Under the schema's own name: introspection would show the library's, `DateTimeISO`, which no document may use. */
const DateTime = new GraphQLScalarType({ ...GraphQLDateTimeISO.toConfig(), name: 'DateTime' });

/** `connectionFields`: the fields of `Query` that list jobs. */
export function createResolvers(connectionFields: readonly string[]) {
  return {
    DateTime,
    Duration: GraphQLDuration,
    JSON: GraphQLJSON,
    SafeInt: GraphQLSafeInt,
    Query: {
      ...Object.fromEntries(connectionFields.map((field) => [field, resolveJobs])),
      jobSources: resolveJobSources,
    },
  };
}
