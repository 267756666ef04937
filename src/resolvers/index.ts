import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLDuration, GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';

import { resolveJobs } from './jobs.js';
import { resolveJobSources } from './sources.js';

/** Under the schema's name: with the package's own, introspection would name a type that no query may use. */
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
