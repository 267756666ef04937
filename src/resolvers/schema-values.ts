import { isEnumType, type GraphQLSchema } from 'graphql';

/** Of an enum, in their order. */
export function valuesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}
