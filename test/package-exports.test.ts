import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { BreakingChangeType, buildClientSchema, buildSchema, findBreakingChanges, getIntrospectionQuery, isAbstractType, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
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
  const lacks = findBreakingChanges(served, printed).filter(({ type }) => type !== BreakingChangeType.DIRECTIVE_REMOVED);
  expect(lacks.filter(({ description }) => !/^((Query\.)?_(FieldSet|Any|Entity|Service|service|entities)|(federation|link)__\w+) was removed\.$/.test(description))).toEqual([]);
  expect(findBreakingChanges(printed, served)).toEqual([]);
  expect(Object.keys(printed.getTypeMap()).filter((name) => /^_[^_]/.test(name))).toEqual([]);
  expect(Object.keys(printed.getQueryType()?.getFields() ?? {})).not.toContain('_service');
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
