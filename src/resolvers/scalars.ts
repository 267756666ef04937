import { GraphQLError, GraphQLString, type GraphQLScalarType, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLDuration, GraphQLJSON, GraphQLSafeInt } from 'graphql-scalars';

type Coercion<Internal = unknown, External = unknown> = Pick<GraphQLScalarType<Internal, External>, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** An instant as it is written; those of jobs are written once, when they are decoded. */
const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What they do, under the names and descriptions of the schema: those of the package would take their place. */
export const scalars: Readonly<Record<string, Coercion>> = {
  DateTime: advise(passWritten(coercionOf(GraphQLDateTimeISO)), 'Write a DateTime in RFC 3339 with its offset, such as `2024-10-27T08:17:06Z`.'),
  Duration: advise(coercionOf(GraphQLDuration), 'Write a Duration in ISO 8601, such as `PT24H` or `P7D`.'),
  JSON: coercionOf(GraphQLJSON),
  SafeInt: coercionOf(GraphQLSafeInt),
  // Which names there are, who reads the period says.
  TimeZone: coercionOf(GraphQLString),
};

function coercionOf<Internal, External>({ serialize, parseValue, parseLiteral }: GraphQLScalarType<Internal, External>): Coercion<Internal, External> {
  return { serialize, parseValue, parseLiteral };
}

function passWritten<Internal>({ serialize, ...parsing }: Coercion<Internal, string>): Coercion<Internal, string> {
  return { ...parsing, serialize: (value) => (typeof value === 'string' && WRITTEN.test(value) ? value : serialize(value)) };
}

/** Says how to write a value that cannot be read; the package's own messages repeat it, whatever its length, and leave it at that. */
function advise<Internal, External>({ serialize, parseValue, parseLiteral }: Coercion<Internal, External>, advice: string): Coercion<Internal, External> {
  function read(parse: () => Internal, node: ValueNode | null): Internal {
    try {
      return parse();
    } catch {
      throw new GraphQLError(advice, { nodes: node });
    }
  }
  return {
    serialize,
    parseValue: (value) => read(() => parseValue(value), null),
    parseLiteral: (node, variables) => read(() => parseLiteral(node, variables), node),
  };
}
