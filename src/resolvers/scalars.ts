import { GraphQLError, GraphQLScalarType, GraphQLString, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLDuration, GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';

/** An instant as it is written; those of jobs are written once, when they are decoded. */
const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Under the schema's names: with the package's own, introspection would name a type that no query may use. */
export const scalars = {
  DateTime: advise(passWritten(GraphQLDateTimeISO), 'DateTime', 'Write a DateTime in RFC 3339 with its offset, such as `2024-10-27T08:17:06Z`.'),
  Duration: advise(GraphQLDuration, 'Duration', 'Write a Duration in ISO 8601, such as `PT24H` or `P7D`.'),
  JSON: GraphQLJSON,
  SafeInt: GraphQLSafeInt,
  // Which names there are, who reads the period says.
  TimeZone: new GraphQLScalarType({ ...GraphQLString.toConfig(), name: 'TimeZone' }),
};

function passWritten<Internal>(scalar: GraphQLScalarType<Internal, string>): GraphQLScalarType<Internal, string> {
  const { serialize, ...config } = scalar.toConfig();
  return new GraphQLScalarType({ ...config, serialize: (value) => (typeof value === 'string' && WRITTEN.test(value) ? value : serialize(value)) });
}

/** Says how to write a value that cannot be read; the package's own messages repeat it, whatever its length, and leave it at that. */
function advise<Internal, External>(scalar: GraphQLScalarType<Internal, External>, name: string, advice: string): GraphQLScalarType<Internal, External> {
  const { parseValue, parseLiteral, ...config } = scalar.toConfig();

  function read(parse: () => Internal, node: ValueNode | null): Internal {
    try {
      return parse();
    } catch {
      throw new GraphQLError(advice, { nodes: node });
    }
  }
  return new GraphQLScalarType({
    ...config,
    name,
    parseValue: (value) => read(() => parseValue(value), null),
    parseLiteral: (node, variables) => read(() => parseLiteral(node, variables), node),
  });
}
