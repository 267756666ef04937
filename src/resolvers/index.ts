import { GraphQLDateTimeISO, GraphQLDuration, GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';

import { resolveJobs } from './jobs.js';
import { resolveJobSources } from './sources.js';

/** `connectionFields`: the fields of `Query` that list jobs. */
export function createResolvers(connectionFields: readonly string[]) {
  return {
    DateTime: GraphQLDateTimeISO,
    Duration: GraphQLDuration,
    JSON: GraphQLJSON,
    SafeInt: GraphQLSafeInt,
    Query: {
      ...Object.fromEntries(connectionFields.map((field) => [field, resolveJobs])),
      jobSources: resolveJobSources,
    },
  };
}
