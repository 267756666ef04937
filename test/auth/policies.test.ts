import { isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';

import { listFields } from '../../src/assemble.js';
import { createPolicies } from '../../src/resolvers/policies.js';
import { createSchema } from '../../src/schema.js';
import { currentSeats } from '../products/index.js';

const policies = createPolicies(listFields);
const schema = createSchema({ listFields, isSubgraph: false }, policies);

/** Fields below `Query` that compute something of their own, and why no caller can reach more by them. */
const COMPUTED: Readonly<Record<string, string>> = { '_Service.sdl': 'the schema, which `Query._service` guards' };

test('the types that the server starts from have one root, and nothing beside it', () => {
  expect([schema.getMutationType() ?? null, schema.getSubscriptionType() ?? null]).toEqual([null, null]);
});

describe('every field of Query has a policy', () => {
  test.each(Object.keys(schema.getQueryType()?.getFields() ?? {}))('%s', (field) => {
    expect(policies[field]?.access).toMatch(/^(own|schema)$/);
  });

  test('and without one the server does not start', () => {
    expect(() => createSchema({ listFields, isSubgraph: false }, { ...policies, jobSources: undefined })).toThrow('Query.jobSources has no policy');
  });

  test('a field of one product asks for a right to it', () => {
    const rights = currentSeats.map(({ field }) => policies[field]?.product);
    expect(rights).toEqual(currentSeats.map(({ product }) => product.toUpperCase().replaceAll('-', '_')));
  });
});

test('every other field is a plain property of what such a field gave', () => {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && type !== schema.getQueryType() && !type.name.startsWith('__'));
  const computed = types.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).filter(({ resolve }) => resolve !== undefined).map(({ name }) => `${type.name}.${name}`) : []));
  expect(computed.filter((field) => COMPUTED[field] === undefined)).toEqual([]);
});
