import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';

import { packageRoot } from '../src/package-root.js';

/** What breaks clients of the last release, as graphql-js says it, and why it has to be. A release empties the list. */
const reasons: Readonly<Record<string, string>> = {};

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
const released = buildSchema(read(`test/fixtures/releases/${version}.graphql`));
const own = read('src/generated/schema.graphql');

const breakingIn = (schema: GraphQLSchema): string[] => findBreakingChanges(released, schema).map(({ description }) => description);

test(`what breaks clients of ${version} has a reason`, () => {
  expect(breakingIn(buildSchema(own))).toEqual(Object.keys(reasons));
});

test('and would be seen', () => {
  const field = /(?<=^type JobConnection \{[\s\S]*?^ {2}isComplete: Boolean)!$/m;
  expect(own).toMatch(field);
  expect(breakingIn(buildSchema(own.replace(field, '')))).toEqual([...Object.keys(reasons), expect.stringMatching(/^JobConnection\.isComplete changed type from Boolean! to Boolean\.$/)]);
});
