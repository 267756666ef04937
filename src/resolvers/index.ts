import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLDuration, GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';

import { resolveJobs } from './jobs.js';
import { resolveJobSources } from './sources.js';

/** Under the schema's name: the package's own would be what clients are told, and `$from: DateTime` would be no type. */
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
