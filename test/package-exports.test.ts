import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { buildClientSchema, buildSchema, getIntrospectionQuery, isAbstractType, printType, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startWorld, type World } from './support/world.js';

/** As a frontend would: by the package's name. */
const read = (name: string): string => readFileSync(createRequire(import.meta.url).resolve(`avepoint-jobs-graphql/${name}`), 'utf8');

let world: World;
let served: GraphQLSchema;
beforeAll(async () => {
  world = await startWorld({ simulator: { jobsPerProduct: 5, days: 5 } });
  const { data } = await world.query<IntrospectionQuery>(getIntrospectionQuery());
  served = buildClientSchema(data ?? expect.fail('no schema'));
});
afterAll(() => world.close());

test('the printed schema is the served one, without what only a gateway asks for', () => {
  const printed = buildSchema(read('schema.graphql'));
  const namesOf = (schema: GraphQLSchema): string[] => Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('_')).sort();
  expect(namesOf(printed)).toEqual(namesOf(served));
  expect(printed.getType('_Service')).toBeUndefined();
  const fieldsOf = (schema: GraphQLSchema): string[] => Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => !name.startsWith('_')).sort();
  expect(fieldsOf(printed)).toEqual(fieldsOf(served));
  for (const type of Object.values(printed.getTypeMap())) {
    if (type.name.startsWith('__') || type.name === 'Query') continue;
    const sorted = (text: string): string => text.split('\n').sort().join('\n');
    expect(sorted(printType(type))).toBe(sorted(printType(served.getType(type.name) ?? expect.fail(type.name))));
  }
});

test('the possible types are those of the served interfaces', () => {
  const { possibleTypes } = JSON.parse(read('possible-types.json')) as { possibleTypes: Record<string, string[]> };
  const own = Object.values(served.getTypeMap()).filter((type) => isAbstractType(type) && !type.name.startsWith('_'));
  expect(Object.keys(possibleTypes).sort()).toEqual(own.map(({ name }) => name).sort());
  for (const type of own) {
    if (!isAbstractType(type)) continue;
    expect(possibleTypes[type.name]).toEqual(served.getPossibleTypes(type).map(({ name }) => name).sort());
  }
});
